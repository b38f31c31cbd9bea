//! How large a document may be. A plan of a whole ministry has a few thousand rows; what passes these bounds is no plan, or
//! was made to harm: a small archive that unpacks without end, a cell that spans a million columns, tables within tables.
//!
//! Together they keep any import below 1 GB of memory and a minute of time.

/// Bytes of the document.
pub(super) const DOCUMENT: u64 = 64 << 20;
/// Entries of an archive.
pub(super) const ENTRIES: usize = 10_000;
/// Bytes of one entry, unpacked.
pub(super) const ENTRY: u64 = 192 << 20;
/// Bytes of all entries, unpacked.
pub(super) const UNPACKED: u64 = 1 << 30;
/// How much larger an entry may be than its packed bytes. XML of long tables reaches about 60.
pub(super) const RATIO: u64 = 400;
/// An entry of so many bytes is harmless whatever its ratio.
pub(super) const HARMLESS: u64 = 4 << 20;
/// Elements within elements.
pub(super) const DEPTH: usize = 256;
/// Tables within tables.
pub(super) const TABLE_DEPTH: usize = 16;
/// Cells of one document, covered ones included.
pub(super) const CELLS: usize = 1_000_000;
/// Columns of one table.
pub(super) const COLUMNS: usize = 256;
/// Rows that one cell covers.
pub(super) const ROW_SPAN: usize = 20_000;
/// Bytes of text that a document may make by repeating cells and rows.
pub(super) const REPEATED: usize = 4 << 20;
/// Elements and pieces of text of one page.
pub(super) const NODES: usize = 2_000_000;
/// Attributes of one tag of a page.
pub(super) const ATTRIBUTES: usize = 5_000;
