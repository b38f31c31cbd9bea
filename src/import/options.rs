//! What a person says of a document: how it is to be read, and facts that it does not say itself.

use super::encoding::Encoding;
use crate::diagnostic::{Code, Diagnostic};

/// What the document does not say and a person knows; it counts before what the document prints. What neither says is left
/// absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The plan's id; by default made of the number and the year.
    pub plan: Option<String>,
    /// The province: "Sơn La".
    pub place: Option<String>,
    /// "150/KH-UBND".
    pub number: Option<String>,
    /// "2022", "2022-06-15".
    pub issued: Option<String>,
    /// "Kế hoạch".
    pub document_type: Option<String>,
    /// A title of the editors.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The period of the whole plan.
    pub period: Option<String>,
    /// What the document is: "signed", "draft" or, by default, "transcript".
    pub role: Option<String>,
    /// Where the document came from.
    pub from: Option<String>,
    /// What its text is encoded in: a name of [`Encoding::NAMED`]; found out where nobody says it.
    pub encoding: Option<String>,
    /// What columns hold whose names say too little: "Đơn vị đầu mối=lead".
    pub columns: Vec<String>,
    /// The plan's table, by its place in the document, from 1; by default the one that reads most like a plan, and those
    /// that go on with it.
    pub table: Option<usize>,
}

impl ImportOptions {
    /// The encoding that [`encoding`](field@Self::encoding) names.
    ///
    /// # Errors
    /// When it is none that we know.
    pub(super) fn said_encoding(&self) -> Result<Option<Encoding>, Diagnostic> {
        let Some(said) = self.encoding.as_deref() else { return Ok(None) };
        if let Some(encoding) = Encoding::named(said) {
            return Ok(Some(encoding));
        }
        let names = Encoding::NAMED.map(|(name, _)| name).join(", ");
        let fault = Diagnostic::new(Code::BadFact).with("option", "--encoding").with("found", said);
        Err(fault.with("expected", names))
    }

    /// How the document is read, without what it is.
    #[must_use]
    pub fn without_facts(&self) -> Self {
        Self {
            place: None,
            number: None,
            issued: None,
            document_type: None,
            title: None,
            issuer: None,
            period: None,
            role: None,
            from: None,
            ..self.clone()
        }
    }
}
