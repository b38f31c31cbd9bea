//! A drafted plan as the files of the content format.
