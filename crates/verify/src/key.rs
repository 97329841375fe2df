//! [`KeyOf`]: which KMS key an argument names.

use super::attribute_path::AttributePath;
use super::planned::Planned::{Absent, Known, Unknown};
use super::resource::Resource;

/// What can stand for a key.
const KINDS: [&str; 4] =
    ["aws_kms_key", "aws_kms_alias", "aws_kms_external_key", "aws_kms_replica_key"];

/// The key that an argument names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyOf<'a> {
    /// None: what the service does without one holds.
    None,
    /// A key that AWS manages for one of its services, by its alias, as `alias/aws/sns`. Its policy
    /// cannot be changed.
    Aws(String),
    /// A key of this plan.
    Own(Resource<'a>),
    /// One that the plan does not hold, or does not show; why, for a person.
    Elsewhere(String),
}

impl<'a> KeyOf<'a> {
    /// The key at a place.
    pub fn at(place: &AttributePath<'a>) -> Self {
        if let Known(text) = place.string()
            && let Some(alias) = aws_alias(text)
        {
            return Self::Aws(alias);
        }
        let links = place.link_to(&KINDS);
        match (place.string(), links.links.first()) {
            (Absent, _) => Self::None,
            (_, Some(link)) if links.incomplete.is_empty() => Self::of(link.resource),
            (Known(_), _) => Self::named(place, links.reason()),
            (Unknown, _) if links.incomplete.is_empty() => {
                Self::Elsewhere("the key is known only after the apply".to_owned())
            }
            (Unknown, _) => Self::Elsewhere(links.reason()),
        }
    }

    fn of(resource: Resource<'a>) -> Self {
        let name = ["name", "key_id"]
            .iter()
            .find_map(|attribute| aws_alias(resource.at(attribute).string().known()?));
        match name {
            Some(alias) => Self::Aws(alias),
            None if resource.is_data() => {
                Self::Elsewhere(format!("{} is not part of this plan", resource.address()))
            }
            None if resource.kind() == "aws_kms_alias" => Self::at(&resource.at("target_key_id")),
            None => Self::Own(resource),
        }
    }

    /// By an alias that the plan has.
    fn named(place: &AttributePath<'a>, reason: String) -> Self {
        let inventory = place.resource().inventory();
        let alias = inventory
            .all("aws_kms_alias")
            .find(|alias| alias.at("name").string() == place.string());
        alias.map_or(Self::Elsewhere(reason), Self::of)
    }
}

/// The alias of a key that AWS manages, from itself or from its ARN.
fn aws_alias(text: &str) -> Option<String> {
    let alias = text.find("alias/aws/").map(|start| &text[start..])?;
    (alias.len() == text.len() || text.starts_with("arn:")).then(|| alias.to_owned())
}
