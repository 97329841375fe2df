//! The policies that AWS manages, as far as `data/aws_managed_policies.json` has them, and the
//! places that name one.

use std::sync::OnceLock;

use serde_json::Value;

use crate::attribute_path::AttributePath;

const DATA: &str = include_str!("../../data/aws_managed_policies.json");

/// The ARN at a place, where it is that of a policy of AWS's; its partition may be known only after
/// the apply.
pub fn arn_at(place: &AttributePath) -> Option<String> {
    let known = place.string().known().map(str::to_owned);
    let arn = known.or_else(|| place.written_with_stars())?;
    let (_, name) = arn.split_once(":iam::aws:policy/")?;
    (!name.contains('*')).then_some(arn)
}

/// The document of a policy that AWS manages, by its ARN; nothing where the data does not have it.
pub fn document(arn: &str) -> Option<&'static Value> {
    static ALL: OnceLock<Value> = OnceLock::new();
    let (_, path) = arn.split_once(":iam::aws:policy/")?;
    let all = ALL.get_or_init(|| serde_json::from_str(DATA).unwrap_or_default());
    all["policies"].get(path.rsplit('/').next()?)
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn a_policy_is_found_by_its_arn_with_and_without_a_path() {
        for arn in [
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "arn:aws-us-gov:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        ] {
            assert!(document(arn).unwrap()["Statement"].is_array(), "{arn}");
        }
        assert_eq!(document("arn:aws:iam::123456789012:policy/AdministratorAccess"), None);
        assert_eq!(document("arn:aws:iam::aws:policy/NoSuchPolicy"), None);
    }
}
