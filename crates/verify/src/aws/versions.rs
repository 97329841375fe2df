//! How long AWS supports the versions of engines and runtimes: `data/versions.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::{AttributePath, Inventory, Resource};

const TABLE: &str = include_str!("../../data/versions.toml");

/// The table.
#[derive(Debug, Deserialize)]
struct Table {
    as_of: String,
    #[serde(flatten)]
    products: BTreeMap<String, Product>,
}

/// An engine or a kind of runtime.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// What it is called.
    pub name: String,
    /// The release calendar.
    pub source: String,
    /// Whether a version must be equal to a listed one, rather than begin with it.
    #[serde(default)]
    is_whole: bool,
    versions: BTreeMap<String, Dates>,
}

/// Days, as `2026-02-28`, which are in the order of their texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    standard: Option<String>,
    refused: Option<String>,
}

/// How a version is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// It is patched without extra charge.
    Standard,
    /// It is no longer patched, or only at extra charge, since this day.
    Ended(&'static str),
    /// AWS refuses to create anything with it since this day.
    Refused(&'static str),
    /// The table does not have it.
    Unlisted,
}

/// The version of something, and of which product it is one.
pub struct Version<'a> {
    /// Where it is written.
    pub place: AttributePath<'a>,
    /// The product; `None` where the table has none of this kind.
    pub product: Planned<Option<&'static Product>>,
}

fn table() -> &'static Table {
    static PARSED: LazyLock<Table> =
        LazyLock::new(|| toml::from_str(TABLE).expect("data/versions.toml is well formed"));
    &PARSED
}

/// When the table was made.
pub fn as_of() -> &'static str {
    &table().as_of
}

/// Of a type: the argument for the version, and the one that names the product, or the product
/// itself.
const TYPES: [(&str, &str, Of); 11] = [
    ("aws_db_instance", "engine_version", Of::Argument("engine", "")),
    ("aws_eks_cluster", "version", Of::Product("eks")),
    ("aws_eks_node_group", "version", Of::Product("eks")),
    ("aws_elasticache_cluster", "engine_version", Of::Argument("engine", "redis")),
    ("aws_elasticache_replication_group", "engine_version", Of::Argument("engine", "redis")),
    ("aws_mq_broker", "engine_version", Of::Argument("engine_type", "")),
    ("aws_msk_cluster", "kafka_version", Of::Product("msk")),
    ("aws_opensearch_domain", "engine_version", Of::Product("opensearch")),
    ("aws_rds_cluster", "engine_version", Of::Argument("engine", "")),
    ("aws_rds_cluster_instance", "engine_version", Of::Argument("engine", "")),
    ("aws_rds_global_cluster", "engine_version", Of::Argument("engine", "")),
];

#[derive(Clone, Copy)]
enum Of {
    Product(&'static str),
    /// The product that this argument names, or, if it is not set, this one.
    Argument(&'static str, &'static str),
}

impl<'a> Version<'a> {
    /// The version of each database engine, cache and cluster of an inventory.
    pub fn all(inventory: &'a Inventory) -> impl Iterator<Item = Self> {
        TYPES.into_iter().flat_map(|(kind, argument, of)| {
            inventory.all(kind).map(move |resource| Self {
                place: resource.at(argument),
                product: product(resource, of),
            })
        })
    }

    /// The runtime of each function.
    pub fn runtimes(inventory: &'a Inventory) -> impl Iterator<Item = Self> {
        let product = table().products.get("lambda");
        inventory
            .all("aws_lambda_function")
            .map(move |function| Self { place: function.at("runtime"), product: Known(product) })
    }

    /// How it is supported on the day of the plan or of the table, whichever is later.
    pub fn support(&self) -> Planned<Support> {
        let today = self.place.resource().inventory().timestamp().get(..10).unwrap_or_default();
        let today = if today > as_of() { today } else { as_of() };
        match (self.product, self.place.string()) {
            (Known(Some(product)), Known(version)) => Known(product.support(version, today)),
            (Known(Some(_)) | Unknown, Unknown) | (Unknown, Known(_)) => Unknown,
            _ => Absent,
        }
    }

    /// What the product is called.
    pub fn product_name(&self) -> &'static str {
        self.product.known().flatten().map(|product| product.name.as_str()).unwrap_or_default()
    }
}

fn product(resource: Resource, of: Of) -> Planned<Option<&'static Product>> {
    let product = |name: &str| table().products.get(name);
    match of {
        Of::Product(name) => Known(product(name)),
        Of::Argument(argument, default) => resource.at(argument).string().or(default).map(product),
    }
}

impl Product {
    fn support(&'static self, version: &str, today: &str) -> Support {
        let version = version.strip_prefix("OpenSearch_").unwrap_or(version);
        let is_of = |listed: &str| match version.strip_prefix(listed) {
            Some("") => true,
            Some(rest) => !self.is_whole && rest.starts_with('.'),
            None => false,
        };
        let listed = self.versions.iter().filter(|(listed, _)| is_of(listed));
        let Some((_, dates)) = listed.max_by_key(|(listed, _)| listed.len()) else {
            return Support::Unlisted;
        };
        let over = |day: &'static Option<String>| day.as_deref().filter(|day| *day < today);
        match (over(&dates.refused), over(&dates.standard)) {
            (Some(day), _) => Support::Refused(day),
            (None, Some(day)) => Support::Ended(day),
            (None, None) => Support::Standard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn support(product: &str, version: &str) -> Support {
        table().products[product].support(version, as_of())
    }

    #[test]
    fn a_version_is_found_by_its_first_parts() {
        assert_eq!(support("postgres", "16.8"), Support::Standard);
        assert_eq!(support("postgres", "9.6.24"), Support::Refused("2022-04-30"));
        assert_eq!(
            support("aurora-mysql", "5.7.mysql_aurora.2.11.2"),
            Support::Ended("2024-10-31")
        );
        assert_eq!(support("mysql", "8.0.40"), Support::Ended("2026-07-31"));
        assert_eq!(support("opensearch", "OpenSearch_2.9"), Support::Ended("2025-11-07"));
        assert_eq!(support("opensearch", "Elasticsearch_7.10"), Support::Unlisted);
        assert_eq!(support("eks", "1.3"), Support::Unlisted);
        assert_eq!(support("lambda", "provided.al2"), Support::Ended("2026-07-31"));
        assert_eq!(support("lambda", "provided.al2030"), Support::Unlisted);
    }

    #[test]
    fn every_date_is_one_and_nothing_is_refused_before_its_support_ends() {
        let is_day =
            |day: &str| day.parse::<toml::value::Datetime>().is_ok_and(|day| day.date.is_some());
        assert!(is_day(as_of()));
        for product in table().products.values() {
            assert!(product.source.starts_with("https://docs.aws.amazon.com/"), "{}", product.name);
            for (version, dates) in &product.versions {
                let days = [&dates.standard, &dates.refused];
                assert!(
                    days.iter().all(|day| day.as_deref().is_none_or(is_day)),
                    "{} {version}",
                    product.name
                );
                let ends_first = dates.refused.is_none()
                    || dates.standard.is_some() && dates.standard <= dates.refused;
                assert!(ends_first, "{} {version}", product.name);
            }
        }
    }
}
