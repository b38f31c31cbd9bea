//! Every kind of fault that the program can find, with its name in the catalogue and how grave it is.

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published, but somebody should look.
    Warning,
    /// Something to know.
    Note,
}

/// Writes the enum, its names and its severities from one table.
macro_rules! codes {
    ($($(#[$about:meta])* $code:ident = $name:literal, $severity:ident;)*) => {
        /// What kind of fault a Diagnostic is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$about])* $code,)* }

        impl Code {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// Its name, as it is printed and as the catalogue lists it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A file's bytes are no UTF-8.
    NotUtf8 = "not-utf8", Error;
    /// A file has no TOML head between `+++` lines.
    MissingHead = "missing-head", Error;
    /// TOML that cannot be read.
    TomlSyntax = "toml-syntax", Error;
    /// A key that the format does not know.
    UnknownKey = "unknown-key", Error;
    /// A key that must be there.
    MissingKey = "missing-key", Error;
    /// A value of another type than the key's.
    WrongType = "wrong-type", Error;
    /// A value that is none of those allowed.
    BadValue = "bad-value", Error;
    /// A value that must not be empty.
    EmptyValue = "empty-value", Error;
    /// A `format` that this version does not read.
    WrongFormat = "wrong-format", Error;
    /// A date that is none.
    BadDate = "bad-date", Error;
    /// A period that is not understood.
    PeriodUnknown = "period-unknown", Warning;
    /// An id that cannot stand in an address.
    BadId = "bad-id", Error;
    /// The same id twice.
    DuplicateId = "duplicate-id", Error;
    /// `order` given twice in one plan.
    DuplicateOrder = "duplicate-order", Error;
    /// A name that is nobody's in the register.
    UnknownAgency = "unknown-agency", Error;
    /// A name that is several agencies' in the register.
    AmbiguousAgency = "ambiguous-agency", Error;
    /// An id that the register does not have.
    UnknownAgencyId = "unknown-agency-id", Error;
    /// Two agencies of one place that bear one name at one time.
    NameClash = "name-clash", Error;
    /// A collective among its own members, or members of what is no collective.
    BadMembers = "bad-members", Error;
    /// A part that the plan does not have.
    UnknownPart = "unknown-part", Error;
    /// A group that the domain does not have.
    UnknownGroup = "unknown-group", Error;
    /// Groups that lie under each other in a circle.
    GroupCircle = "group-circle", Error;
    /// A folder of a plan without `plan.md`.
    MissingPlanFile = "missing-plan-file", Error;
    /// A folder of a domain without `domain.md`.
    MissingDomainFile = "missing-domain-file", Error;
    /// A file in a place where the format knows none.
    StrayFile = "stray-file", Error;
    /// A document that `plan.md` names and `nguon/` does not hold.
    MissingDocument = "missing-document", Error;
    /// A document in `nguon/` that `plan.md` does not name.
    UndeclaredDocument = "undeclared-document", Warning;
    /// A marked slip whose words the task does not have.
    SlipNotFound = "slip-not-found", Warning;
    /// No plan at all.
    NoPlans = "no-plans", Warning;
    /// Two files for one address.
    AddressClash = "address-clash", Error;
    /// An address longer than every system can hold.
    AddressTooLong = "address-too-long", Error;
    /// A link to a page that does not exist.
    BrokenLink = "broken-link", Error;
    /// A link to a place that its page does not have.
    BrokenFragment = "broken-fragment", Error;
    /// An address that was published and is gone.
    AddressLost = "address-lost", Error;
    /// A fragment that was published and is gone.
    FragmentLost = "fragment-lost", Error;
    /// Published addresses that a build makes vanish.
    AddressesVanish = "addresses-vanish", Warning;
    /// A file that should be a manifest and is none.
    BadManifest = "bad-manifest", Error;
    /// A `SOURCE_DATE_EPOCH` that is no moment.
    BadSourceDate = "bad-source-date", Error;
    /// A page that the site does not have.
    UnknownPage = "unknown-page", Error;
    /// A link of a kind that prose pages may not have.
    ForbiddenLink = "forbidden-link", Error;
    /// A resource of another host in a finished page.
    ForeignResource = "foreign-resource", Error;
    /// Without `base_url`, what needs absolute addresses is left out.
    NoBaseUrl = "no-base-url", Note;
    /// A theme that does not exist.
    UnknownTheme = "unknown-theme", Error;
    /// A theme made for another contract.
    ThemeContract = "theme-contract", Error;
    /// A theme that extends one with another engine, or itself.
    ThemeChain = "theme-chain", Error;
    /// A file that a theme names and does not have.
    ThemeFile = "theme-file", Error;
    /// A template that cannot be compiled or rendered.
    TemplateError = "template-error", Error;
    /// A word that the theme's catalogue lacks.
    MissingWord = "missing-word", Error;
    /// A file or folder that cannot be read.
    CannotRead = "cannot-read", Error;
    /// A link, pipe or device where a file of the site should be.
    NoPlainFile = "no-plain-file", Error;
    /// A name that not every system can hold, or that looks like another one.
    UnsafeName = "unsafe-name", Error;
    /// Two files whose names are one on many systems.
    TwinNames = "twin-names", Error;
    /// A value or text with characters that are no words: NUL, escape and the like.
    ControlCharacter = "control-character", Error;
    /// A file or folder that cannot be written.
    CannotWrite = "cannot-write", Error;
    /// The site cannot be served.
    CannotServe = "cannot-serve", Error;
    /// A folder without `content/site.toml`.
    NoSite = "no-site", Error;
    /// A folder to be replaced that is not ours.
    ForeignFolder = "foreign-folder", Error;
    /// A folder that another planpress is writing.
    FolderBusy = "folder-busy", Error;
    /// A folder whose files were being moved one by one, and not all could be.
    HalfPublished = "half-published", Error;
    /// A plan of whose files an import replaced only some, when it was broken off.
    HalfImported = "half-imported", Error;
    /// A folder whose files were moved one by one, since the system cannot exchange it.
    NotAtOnce = "not-at-once", Note;
    /// A folder for a new site that is not empty.
    FolderNotEmpty = "folder-not-empty", Error;
    /// A file that only marks a document as open.
    LockFile = "lock-file", Error;
    /// A document that an office program holds open.
    FileHeld = "file-held", Error;
    /// A document that is damaged.
    ImportBroken = "import-broken", Error;
    /// A document larger than any plan.
    ImportLimit = "import-limit", Error;
    /// A document under a password.
    ImportPassword = "import-password", Error;
    /// A document of Word before 2007.
    ImportOldWord = "import-old-word", Error;
    /// A document whose kind is not read.
    ImportKind = "import-kind", Error;
    /// A document whose letters are Vietnamese in no encoding, or in more than one.
    ImportEncoding = "import-encoding", Error;
    /// A document without a table.
    ImportNoTable = "import-no-table", Error;
    /// A table without a header that is understood.
    ImportNoHeader = "import-no-header", Error;
    /// A field that a new document and a person changed differently.
    ImportConflict = "import-conflict", Error;
    /// A row that could be either of two tasks.
    ImportAmbiguous = "import-ambiguous", Warning;
    /// A document before that cannot be read again.
    ImportNoBase = "import-no-base", Warning;
    /// Doubts of an import that must have none.
    ImportStrict = "import-strict", Error;
    /// Files of a plan that are there already and differ.
    ImportExists = "import-exists", Error;
    /// Characters of the table that are not in the content.
    ImportLost = "import-lost", Error;
    /// Neither `--plan` nor a number is given.
    ImportNoId = "import-no-id", Error;
    /// A row that fits no pattern.
    RowNotUnderstood = "row-not-understood", Error;
    /// A row whose cells are more or fewer than the header's.
    RowCells = "row-cells", Warning;
    /// A number that stands out of order.
    NumberOrder = "number-order", Warning;
    /// A name of the document that the register does not have.
    NameNotInRegister = "name-not-in-register", Warning;
    /// A name to which a place was added that stands elsewhere in the cell.
    PlaceAssumed = "place-assumed", Note;
    /// A name that was completed from the one before it.
    NameCompleted = "name-completed", Note;
    /// A fact of the plan that neither the document nor an option gives.
    FactMissing = "fact-missing", Warning;
    /// A fact that an option gives and that cannot be what it should.
    BadFact = "bad-fact", Error;
    /// A table in which nothing is a task.
    ImportNoTasks = "import-no-tasks", Error;
    /// A number that two parts have, or two groups of a domain.
    TitleNumberTwice = "title-number-twice", Error;
    /// A task without agencies and without a period.
    TaskBare = "task-bare", Warning;
    /// A period of the document that is not understood.
    PeriodNotRead = "period-not-read", Warning;
    /// A register was proposed, since there was none.
    RegisterProposed = "register-proposed", Note;
    /// A proposed agency of no kind that is known.
    AgencyKindUnknown = "agency-kind-unknown", Warning;
    /// Two different things that are said of one fact.
    FactsDiffer = "facts-differ", Warning;
    /// A row that goes on with the row above.
    RowJoined = "row-joined", Note;
    /// A cell that says "as above", and what stands there.
    SameAsAbove = "same-as-above", Note;
    /// A cell that says "as above" where nothing stands above.
    NothingAbove = "nothing-above", Warning;
    /// A blank cell for which a title above speaks.
    CellInherited = "cell-inherited", Note;
    /// A cell that says who leads and who takes part in a way that is not understood.
    AssignedUnclear = "assigned-unclear", Warning;
    /// A period made of two columns.
    PeriodJoined = "period-joined", Note;
    /// A period that no calendar can tell: "Sau khi có hướng dẫn".
    PeriodUndatable = "period-undatable", Note;
    /// A column that `--column` names and the table does not have.
    ColumnUnknown = "column-unknown", Error;
    /// A plan's table without a column of those who lead.
    LeadMissing = "lead-missing", Warning;
    /// A table of the document that was not read.
    TableLeftOut = "table-left-out", Warning;
    /// A table of two columns that only frames the document: its title block, its signatures.
    FrameLeftOut = "frame-left-out", Note;
    /// What stands beside the text and may be a part of the plan: a text box, a footnote in its table.
    AsideLeftOut = "aside-left-out", Warning;
    /// What a title prints in a column of the plan's own.
    TitleCell = "title-cell", Warning;
    /// A hidden part of a sheet that was read all the same.
    HiddenYetRead = "hidden-yet-read", Warning;
}
