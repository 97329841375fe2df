//! [`Baseline`]: the findings of an earlier report, so that only new ones count.

use std::collections::HashSet;

use serde::Deserialize;

use super::finding::{Finding, SCHEMA_VERSION};

/// What an earlier report said: rule, address and path of each finding.
#[derive(Debug, Default)]
pub struct Baseline(HashSet<[String; 3]>);

#[derive(Deserialize)]
struct Earlier {
    schema_version: u32,
    findings: Vec<EarlierFinding>,
}

#[derive(Deserialize)]
struct EarlierFinding {
    rule: String,
    address: String,
    path: String,
}

impl Baseline {
    /// Reads a report that `paytf verify --format json` wrote.
    ///
    /// # Errors
    /// When the text is anything else, with what to give instead.
    pub fn parse(text: &[u8]) -> Result<Self, String> {
        let earlier: Earlier = serde_json::from_slice(text)
            .map_err(|error| format!("is not a report of `paytf verify --format json`: {error}"))?;
        if earlier.schema_version != SCHEMA_VERSION {
            let version = earlier.schema_version;
            return Err(format!(
                "is a report of version {version}, not {SCHEMA_VERSION}; regenerate it with this \
                 paytf"
            ));
        }
        Ok(Self(
            earlier
                .findings
                .into_iter()
                .map(|finding| [finding.rule, finding.address, finding.path])
                .collect(),
        ))
    }

    /// Whether the earlier report said the same.
    pub fn has(&self, finding: &Finding) -> bool {
        self.0.contains(&[finding.rule.to_owned(), finding.address.clone(), finding.path.clone()])
    }
}
