//! An agency as the register describes it.

use super::date::PartialDate;
use super::id::AgencyId;

/// An agency, or a collective of agencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// The agency's id.
    pub id: AgencyId,
    /// The full name.
    pub name: String,
    /// The province; absent for agencies of none.
    pub place: Option<String>,
    /// What kind of agency it is.
    pub kind: AgencyKind,
    /// Other names that it is known by.
    pub aliases: Vec<String>,
    /// Spellings that are matched but never shown as names.
    pub misprints: Vec<String>,
    /// That it has ended.
    pub ended: Option<End>,
    /// What followed it.
    pub successors: Vec<Successor>,
    /// A collective's members, where they are known.
    pub members: Vec<AgencyId>,
    /// Where the members are known from.
    pub members_basis: Option<String>,
    /// Whether the list of members is certain.
    pub members_certainty: Certainty,
    /// Earlier addresses of its page; those of its lists follow.
    pub addresses: Vec<String>,
}

/// Whether a fact is beyond doubt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Certainty {
    /// It is.
    #[default]
    Certain,
    /// It is not: shown as "chưa kiểm chứng".
    Uncertain,
}

/// That an agency has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// From which day on.
    pub on: PartialDate,
    /// Where that is known from.
    pub basis: String,
    /// Whether it is beyond doubt.
    pub certainty: Certainty,
}

/// An agency that followed another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// Which one.
    pub id: AgencyId,
    /// From which day on.
    pub since: Option<PartialDate>,
    /// Where that is known from.
    pub basis: String,
    /// Whether it is beyond doubt.
    pub certainty: Certainty,
}

/// Kinds of agencies, in the order in which lists show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgencyKind {
    /// A people's committee.
    Committee,
    /// A provincial department.
    Department,
    /// A board.
    Board,
    /// Police.
    Police,
    /// Military command.
    Military,
    /// Border guard.
    BorderGuard,
    /// A central agency's branch in the province.
    Branch,
    /// A public service unit.
    ServiceUnit,
    /// A mass organisation.
    MassOrganisation,
    /// A central agency.
    Central,
    /// Several agencies under one name.
    Collective,
}

impl AgencyKind {
    /// All of them, in the order in which lists show them.
    pub const ALL: [Self; 11] = [
        Self::Committee,
        Self::Department,
        Self::Board,
        Self::Police,
        Self::Military,
        Self::BorderGuard,
        Self::Branch,
        Self::ServiceUnit,
        Self::MassOrganisation,
        Self::Central,
        Self::Collective,
    ];

    /// Its name in the register and in the published data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Committee => "uy-ban",
            Self::Department => "so",
            Self::Board => "ban",
            Self::Police => "cong-an",
            Self::Military => "quan-su",
            Self::BorderGuard => "bien-phong",
            Self::Branch => "nganh-doc",
            Self::ServiceUnit => "don-vi-su-nghiep",
            Self::MassOrganisation => "doan-the",
            Self::Central => "trung-uong",
            Self::Collective => "nhom",
        }
    }
}

impl Agency {
    /// Whether it is a collective.
    #[must_use]
    pub fn is_collective(&self) -> bool {
        self.kind == AgencyKind::Collective
    }

    /// Every name that matches it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.aliases.iter().chain(&self.misprints);
        std::iter::once(self.name.as_str()).chain(others.map(String::as_str))
    }
}

impl Certainty {
    /// From the key `certain`, which is `true` where it is absent.
    #[must_use]
    pub fn of(certain: Option<bool>) -> Self {
        if certain.unwrap_or(true) { Self::Certain } else { Self::Uncertain }
    }

    /// Whether it is certain, for views and data.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self == Self::Certain
    }
}
