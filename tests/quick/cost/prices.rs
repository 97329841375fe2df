//! `docs/prices.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The price table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    pub as_of: String,
    pub hours_per_month: f64,
    price: BTreeMap<String, Price>,
    instance: BTreeMap<String, Instance>,
}

/// What one unit of something costs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Price {
    usd: f64,
    per: String,
    source: String,
}

/// What an hour of a database instance costs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    pub usd: f64,
    pub vcpus: f64,
    source: String,
}

impl Prices {
    pub fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/prices.toml");
        toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    /// Dollars per unit, as the table says what the unit is.
    pub fn of(&self, name: &str) -> f64 {
        self.price.get(name).unwrap_or_else(|| panic!("docs/prices.toml has no {name}")).usd
    }

    /// Dollars per month for something that is paid by the hour or the month.
    pub fn monthly(&self, name: &str) -> f64 {
        let price =
            &self.price.get(name).unwrap_or_else(|| panic!("docs/prices.toml has no {name}"));
        match price.per.as_str() {
            "hour" | "hour and zone" => price.usd * self.hours_per_month,
            "month" => price.usd,
            other => panic!("{name} is paid per {other}, not by time"),
        }
    }

    pub fn instance(&self, class: &str) -> &Instance {
        self.instance
            .get(class)
            .unwrap_or_else(|| panic!("docs/prices.toml has no price of {class}"))
    }

    /// The page that each price is to be checked against.
    pub fn sources(&self) -> Vec<&str> {
        let instances = self.instance.values().map(|instance| instance.source.as_str());
        self.price.values().map(|price| price.source.as_str()).chain(instances).collect()
    }

    pub fn names(&self) -> Vec<&str> {
        self.price.keys().map(String::as_str).collect()
    }
}
