//! Markdown: to HTML, to plain text, and its links with their places.
