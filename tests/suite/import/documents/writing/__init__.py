"""Writers of test documents: a table and the text around it, as Word, a spreadsheet, LibreOffice or a web page holds them."""
