//! planpress turns the action plans that governments sign into static sites.
