//! The versions of Aurora PostgreSQL, and which can follow which.

use super::UnknownWord;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{borrow::Cow, cmp::Ordering, fmt, str::FromStr, sync::LazyLock};

/// What the list holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[allow(dead_code, reason = "for whoever reads the list")]
    source: String,
    as_of: String,
    long_term: Vec<String>,
    releases: Vec<Vec<String>>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    toml::from_str(include_str!("engine_versions.toml"))
        .expect("the list is a part of this program")
});

/// A version of Aurora PostgreSQL that AWS makes new clusters of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EngineVersion(&'static str);

/// How one version follows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upgrade {
    /// Within a major version, in place.
    Minor,
    /// To another major version, whose parameter groups and catalogs are others.
    Major,
}

impl EngineVersion {
    /// Every version, oldest first, major version by major version.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<_> = LIST.releases.iter().flatten().map(|version| Self(version)).collect();
        all.sort_by_key(|version| numbers(version.0));
        all
    }

    /// Those that are supported for years without a major upgrade.
    pub fn long_term() -> impl Iterator<Item = Self> {
        LIST.long_term.iter().map(|version| Self(version))
    }

    /// As AWS writes it, `16.8`.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The family a parameter group must have, `aurora-postgresql16`.
    pub fn parameter_group_family(self) -> String {
        format!("aurora-postgresql{}", major(self.0))
    }

    /// How this version follows `old`, which may be one that AWS offers no more.
    ///
    /// # Errors
    /// In words, when AWS takes no cluster from the one to the other.
    pub fn follows(self, old: &str) -> Result<Option<Upgrade>, String> {
        let new = self.0;
        match numbers(new).cmp(&numbers(old)) {
            Ordering::Equal => Ok(None),
            Ordering::Less => Err(format!(
                "Aurora cannot take a cluster from {old} back to {new}; for {new}, restore a \
                 backup from before the upgrade into a new cluster"
            )),
            Ordering::Greater if major(new) == major(old) => Ok(Some(Upgrade::Minor)),
            Ordering::Greater if released(new) < released(old) => Err(format!(
                "{new} is older than {old}, though of a later major version, and Aurora upgrades \
                 to no older release; choose {}",
                Self::all()
                    .iter()
                    .filter(|one| major(one.0) == major(new) && released(one.0) >= released(old))
                    .map(|one| one.0)
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            Ordering::Greater => Ok(Some(Upgrade::Major)),
        }
    }
}

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map(|number| number.parse().unwrap_or_default()).collect()
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

/// The place of its day among those of the list; one that is not on it is older than all.
fn released(version: &str) -> Option<usize> {
    LIST.releases.iter().position(|day| day.iter().any(|known| known == version))
}

impl FromStr for EngineVersion {
    type Err = UnknownWord;

    fn from_str(version: &str) -> Result<Self, UnknownWord> {
        let found = Self::all().into_iter().find(|known| known.0 == version);
        found.ok_or_else(|| {
            UnknownWord::new(version, Self::all().into_iter().map(|known| known.0.to_owned()))
        })
    }
}

impl<'de> Deserialize<'de> for EngineVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for EngineVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for EngineVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl JsonSchema for EngineVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "EngineVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let versions: Vec<_> = Self::all().into_iter().map(Self::as_str).collect();
        let long_term = Self::long_term().map(Self::as_str).collect::<Vec<_>>().join(", ");
        let words = format!(
            "{}, as of {}; supported for years: {long_term}",
            versions.join(", "),
            LIST.as_of
        );
        json_schema!({ "type": "string", "enum": versions, super::schema::ALLOWED: words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follows(old: &str, new: &str) -> Result<Option<Upgrade>, String> {
        new.parse::<EngineVersion>().unwrap().follows(old)
    }

    #[test]
    fn a_version_follows_an_older_one_of_its_major_version_or_of_an_earlier_one() {
        for (old, new, expected) in [
            ("16.8", "16.8", None),
            ("16.8", "16.10", Some(Upgrade::Minor)),
            ("16.2", "16.8", Some(Upgrade::Minor)),
            ("16.8", "17.7", Some(Upgrade::Major)),
            ("15.10", "17.4", Some(Upgrade::Major)),
            ("14.17", "16.8", Some(Upgrade::Major)),
        ] {
            assert_eq!(follows(old, new), Ok(expected), "{old} to {new}");
        }
    }

    #[test]
    fn no_version_follows_a_newer_one() {
        let refusal = follows("17.7", "16.8").unwrap_err();
        assert!(refusal.contains("from 17.7 back to 16.8"), "{refusal}");
        assert!(follows("16.10", "16.9").is_err(), "minor versions are numbers, not decimals");
        let refusal = follows("16.15", "17.7").unwrap_err();
        assert!(refusal.ends_with("choose 17.11"), "{refusal}");
    }

    #[test]
    fn the_long_term_versions_are_offered() {
        for version in EngineVersion::long_term() {
            assert!(EngineVersion::all().contains(&version), "{version}");
        }
    }

    #[test]
    fn the_family_is_that_of_the_major_version() {
        assert_eq!(
            "17.11".parse::<EngineVersion>().unwrap().parameter_group_family(),
            "aurora-postgresql17"
        );
    }
}
