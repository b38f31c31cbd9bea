//! The plan of a generated site as an office would hand it in: one table in a Word document and in an Excel workbook.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Cursor, Write};

use planpress::model::{Column, Draft, DraftMention, DraftTask};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The columns' names.
const HEADER: [&str; 5] =
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"];

/// The rows of a plan's table, the header among them; lines of a cell are parted by line breaks.
pub(crate) fn rows(draft: &Draft) -> Vec<[String; 5]> {
    let mut rows = vec![HEADER.map(str::to_owned)];
    let mut parts: BTreeMap<&str, &str> =
        draft.parts.iter().map(|(number, title)| (number.as_str(), title.as_str())).collect();
    for domain in &draft.domains {
        let part = domain.part.as_deref().unwrap_or_default();
        if let Some(title) = parts.remove(part) {
            rows.push(title_row(part, title));
        }
        if domain.number != part {
            rows.push(title_row(&domain.number, &domain.title));
        }
        let tasks = || draft.tasks.iter().filter(|task| task.domain == domain.id);
        rows.extend(tasks().filter(|task| task.group.is_none()).map(task_row));
        for (number, title, _) in &domain.groups {
            rows.push(title_row(number, title));
            rows.extend(tasks().filter(|task| task.group.as_ref() == Some(number)).map(task_row));
        }
    }
    rows
}

fn title_row(number: &str, title: &str) -> [String; 5] {
    [number.to_owned(), title.to_owned(), String::new(), String::new(), String::new()]
}

fn task_row(task: &DraftTask) -> [String; 5] {
    let cell = |column: Column, mentions: &[DraftMention]| {
        let printed = task.cells.iter().find(|(of, _)| *of == column).map(|(_, cell)| cell.clone());
        let names = || mentions.iter().map(|mention| mention.printed.clone()).collect::<Vec<_>>();
        printed.unwrap_or_else(|| names().join("\n"))
    };
    [
        task.number.clone(),
        task.paragraphs.join("\n"),
        cell(Column::Lead, &task.lead),
        cell(Column::Coordinating, &task.coordinating),
        task.period.clone().unwrap_or_default(),
    ]
}

/// A Word document with the table, a paragraph a line.
pub(crate) fn word(rows: &[[String; 5]]) -> Result<Vec<u8>, Box<dyn Error>> {
    let paragraph = |line: &str| {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(line))
    };
    let cell = |text: &String| {
        format!("<w:tc>{}</w:tc>", text.split('\n').map(paragraph).collect::<String>())
    };
    let row =
        |row: &[String; 5]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let body: String = rows.iter().map(row).collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{WORD}\"><w:body><w:tbl>\
         <w:tblGrid>{}</w:tblGrid>{body}</w:tbl></w:body></w:document>",
        "<w:gridCol/>".repeat(HEADER.len())
    );
    archive(&[
        ("[Content_Types].xml", &content_types("/word/document.xml", WORD_TYPE, "")),
        ("_rels/.rels", &relations("rId1", "officeDocument", "word/document.xml")),
        ("word/document.xml", &document),
    ])
}

/// An Excel workbook with the table, its texts within the cells.
pub(crate) fn excel(rows: &[[String; 5]]) -> Result<Vec<u8>, Box<dyn Error>> {
    let cell = |(column, text): (char, &String), row: usize| {
        format!(
            "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        )
    };
    let row = |(place, cells): (usize, &[String; 5])| {
        let place = place + 1;
        let cells: String = ('A'..).zip(cells).map(|named| cell(named, place)).collect();
        format!("<row r=\"{place}\">{cells}</row>")
    };
    let data: String = rows.iter().enumerate().map(row).collect();
    let sheet = format!("<worksheet xmlns=\"{EXCEL}\"><sheetData>{data}</sheetData></worksheet>");
    let workbook = format!(
        "<workbook xmlns=\"{EXCEL}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Kế hoạch\" \
         sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet_type =
        format!("<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{SHEET_TYPE}\"/>");
    archive(&[
        ("[Content_Types].xml", &content_types("/xl/workbook.xml", EXCEL_TYPE, &sheet_type)),
        ("_rels/.rels", &relations("rId1", "officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations("rId1", "worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

// The names of ECMA-376, Office Open XML.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const EXCEL: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const EXCEL_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

fn content_types(part: &str, content_type: &str, more: &str) -> String {
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
         Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"{part}\" ContentType=\"{content_type}\"/>{more}</Types>"
    )
}

fn relations(id: &str, kind: &str, target: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
    )
}

fn archive(entries: &[(&str, &String)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        archive.start_file(*name, SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
