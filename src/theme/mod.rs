//! Themes: layers of files, a catalogue of words, and an engine.
