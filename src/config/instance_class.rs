//! The instance classes Aurora PostgreSQL runs on.

use super::UnknownWord;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize, Serializer};
use std::{borrow::Cow, fmt, str::FromStr};

const BURSTABLE: &[&str] = &["medium", "large"];
const UP_TO_16: &[&str] =
    &["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];
const UP_TO_32: &[&str] = &[
    "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge",
    "32xlarge",
];
const UP_TO_48: &[&str] = &[
    "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge",
    "48xlarge",
];

/// Family, GiB of its `large` size, and sizes.
/// Source: Amazon Aurora User Guide, "Supported DB engines for DB instance classes" and "Hardware
/// specifications".
const FAMILIES: [(&str, u32, &[&str]); 8] = [
    ("db.t3", 8, BURSTABLE),
    ("db.t4g", 8, BURSTABLE),
    ("db.r6g", 16, UP_TO_16),
    ("db.r6i", 16, UP_TO_32),
    ("db.r7g", 16, UP_TO_16),
    ("db.r7i", 16, UP_TO_48),
    ("db.r8g", 16, UP_TO_48),
    ("db.x2g", 32, UP_TO_16),
];

/// The class of every instance of the cluster; one class, so that any reader can take over the
/// writer's load.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct InstanceClass {
    name: String,
    memory_gib: u32,
}

impl InstanceClass {
    /// Every class, family by family.
    pub fn all() -> impl Iterator<Item = Self> {
        FAMILIES.into_iter().flat_map(|(family, large_gib, sizes)| {
            sizes.iter().map(move |size| Self {
                name: format!("{family}.{size}"),
                memory_gib: large_gib * halves_of_large(size) / 2,
            })
        })
    }

    /// The name AWS knows, `db.r7g.large`.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Memory in GiB.
    pub fn memory_gib(&self) -> u32 {
        self.memory_gib
    }

    /// Connections the default parameter group allows, at most: `LEAST(DBInstanceClassMemory /
    /// 9531392, 5000)`; Aurora keeps some memory to itself, so the real number is somewhat
    /// lower. Source: Amazon Aurora User Guide, "Maximum connections to an Aurora PostgreSQL DB
    /// instance".
    pub fn max_connections(&self) -> u32 {
        let by_memory = (u64::from(self.memory_gib) << 30) / 9_531_392;
        u32::try_from(by_memory).map_or(5_000, |connections| connections.min(5_000))
    }

    /// Whether its CPU is throttled once its credits are spent; AWS advises against such classes in
    /// production.
    pub fn is_burstable(&self) -> bool {
        self.name.starts_with("db.t")
    }
}

/// `medium` is half a `large`, `xlarge` two, and `Nxlarge` N times `xlarge`.
fn halves_of_large(size: &str) -> u32 {
    match size {
        "medium" => 1,
        "large" => 2,
        _ => 4 * size.trim_end_matches("xlarge").parse().unwrap_or(1),
    }
}

impl FromStr for InstanceClass {
    type Err = UnknownWord;

    fn from_str(name: &str) -> Result<Self, UnknownWord> {
        let found = Self::all().find(|class| class.name == name);
        found.ok_or_else(|| UnknownWord::new(name, near(name)).with_allowed(nearest_in_words(name)))
    }
}

impl TryFrom<String> for InstanceClass {
    type Error = UnknownWord;

    fn try_from(name: String) -> Result<Self, UnknownWord> {
        name.parse()
    }
}

impl fmt::Display for InstanceClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl Serialize for InstanceClass {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

impl JsonSchema for InstanceClass {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "InstanceClass".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<_> = Self::all().map(|class| class.name).collect();
        json_schema!({ "type": "string", "enum": names, super::schema::ALLOWED: words() })
    }
}

/// The classes to propose instead of an unknown one: of a family with the same letter, else with
/// `r`, since production refuses burstable classes (`t`), and `x` is for twice the memory. Of the
/// same size, if one of these families has it.
fn near(name: &str) -> Vec<String> {
    let (family, size) = name.rsplit_once('.').unwrap_or((name, ""));
    let begins = |family: &str| family.trim_start_matches("db.").chars().next();
    let is_known = FAMILIES.iter().any(|(known, ..)| begins(known) == begins(family));
    let letter = if is_known { begins(family) } else { Some('r') };
    let families = FAMILIES.iter().filter(|(known, ..)| begins(known) == letter);
    let has_size = families.clone().any(|(.., sizes)| sizes.contains(&size));
    let wanted = |of: &&str| !has_size || *of == size;
    families
        .flat_map(|(known, _, sizes)| {
            sizes
                .iter()
                .copied()
                .filter(move |of| wanted(of))
                .map(move |of| format!("{known}.{of}"))
        })
        .collect()
}

/// The classes of the family that is meant; the families, when it is none of them.
fn nearest_in_words(name: &str) -> String {
    let family = FAMILIES.iter().find(|(family, ..)| name.starts_with(&format!("{family}.")));
    match family {
        Some((family, _, sizes)) => {
            sizes.iter().map(|size| format!("{family}.{size}")).collect::<Vec<_>>().join(", ")
        }
        None => format!(
            "a class of {}, such as db.r7g.large",
            FAMILIES.map(|(family, ..)| family).join(", ")
        ),
    }
}

/// The rule in words: the families, each with its sizes.
fn words() -> String {
    let sizes =
        |sizes: &[&str]| sizes.iter().map(|size| format!(".{size}")).collect::<Vec<_>>().join(" ");
    FAMILIES.map(|(family, _, of_family)| format!("{family} with {}", sizes(of_family))).join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_and_connections_are_those_of_the_documentation() {
        for (name, gib, connections) in [
            ("db.t4g.medium", 4, 450),
            ("db.t4g.large", 8, 901),
            ("db.r7g.large", 16, 1_802),
            ("db.r7g.xlarge", 32, 3_604),
            ("db.r8g.2xlarge", 64, 5_000),
            ("db.r6i.32xlarge", 1_024, 5_000),
            ("db.x2g.16xlarge", 1_024, 5_000),
        ] {
            let class: InstanceClass = name.parse().unwrap();
            assert_eq!((class.memory_gib(), class.max_connections()), (gib, connections), "{name}");
        }
    }

    #[test]
    fn a_class_aurora_lacks_is_refused_with_the_nearest_one() {
        let message = "db.t4g.nano".parse::<InstanceClass>().unwrap_err().to_string();
        assert!(
            message.starts_with("\"db.t4g.nano\" is not known; did you mean \"db.t4g."),
            "{message}"
        );
        assert!(message.ends_with("allowed: db.t4g.medium, db.t4g.large"), "{message}");
        let message = "db.r5.large".parse::<InstanceClass>().unwrap_err().to_string();
        assert!(message.contains("a class of db.t3, db.t4g, db.r6g"), "{message}");
    }

    #[test]
    fn the_proposed_class_is_one_that_is_accepted_of_the_same_letter_and_size() {
        for (name, letter, size) in [
            ("db.m5.large", "db.r", "large"),
            ("db.m6g.16xlarge", "db.r", "16xlarge"),
            ("db.r5.2xlarge", "db.r", "2xlarge"),
            ("db.r7g.24xlarge", "db.r", "24xlarge"),
            ("db.r7g.larg", "db.r7g", "large"),
            ("db.t2.medium", "db.t", "medium"),
            ("db.t4g.nano", "db.t4g", "large"),
            ("db.x1e.4xlarge", "db.x2g", "4xlarge"),
            ("r7g.large", "db.r7g", "large"),
        ] {
            let message = name.parse::<InstanceClass>().unwrap_err().to_string();
            let (_, rest) = message.split_once("did you mean \"").expect(&message);
            let class: InstanceClass = rest.split('"').next().unwrap().parse().unwrap();
            assert!(class.as_str().starts_with(letter), "{name}: {message}");
            assert!(class.as_str().ends_with(&format!(".{size}")), "{name}: {message}");
        }
    }
}
