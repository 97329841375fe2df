//! What AWS allows in a name.

use crate::{AttributePath, Resource};

/// The form of a name.
#[derive(Clone, Copy)]
pub enum Form {
    /// Letters, digits and these others. Source: the pattern in the API reference of each service.
    Word(&'static str),
    /// Source: RDS API, `CreateDBCluster`, `DBClusterIdentifier`.
    Identifier,
    /// Source: RDS API, `CreateDBCluster`, `DatabaseName`.
    Database,
    /// Source: ELB API, `CreateLoadBalancer` and `CreateTargetGroup`, `Name`.
    Balancer,
    /// Source: KMS API, `CreateAlias`, `AliasName`.
    Alias,
    /// Source: EC2 API, `CreateSecurityGroup`, `GroupName`.
    SecurityGroup,
}

impl Form {
    /// What is wrong with a name.
    pub fn check_name(self, name: &str) -> Option<String> {
        let reason = match self {
            Self::Word(others) if !is_word(name, others) => {
                return Some(format!("holds something other than letters, digits and {others}"));
            }
            Self::Identifier if !is_identifier(name) => {
                "is not letters, digits and single inner hyphens, a letter first"
            }
            Self::Database if !is_word(name, "_") || !begins_with_letter(name) => {
                "is not letters, digits and underscores, a letter first"
            }
            Self::Balancer
                if !is_word(name, "-") || name.starts_with('-') || name.ends_with('-') =>
            {
                "is not letters, digits and inner hyphens"
            }
            Self::Balancer if name.starts_with("internal-") => {
                "begins with internal-, which AWS keeps for itself"
            }
            Self::Alias if !is_alias(name) => {
                "is not alias/ with letters, digits and /_- behind, other than alias/aws/"
            }
            Self::SecurityGroup if name.starts_with("sg-") => {
                "begins with sg-, as the ids of security groups do"
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }
}

/// How many characters the provider puts behind the prefix of a name. Source: Terraform plugin SDK,
/// `id.PrefixedUniqueId`.
pub const BEHIND_PREFIX: usize = 26;

/// The prefix of a name that the provider completes; `None` where there is none, or where the
/// service has a way of its own.
pub fn prefix<'a>(named: Resource<'a>, argument: &str) -> Option<AttributePath<'a>> {
    const OWN_WAY: [&str; 4] = ["aws_alb", "aws_alb_target_group", "aws_lb", "aws_lb_target_group"];
    let prefix = named.at(&format!("{argument}_prefix"));
    (prefix.string().is_set() && !OWN_WAY.contains(&named.kind())).then_some(prefix)
}

fn is_word(name: &str, others: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
}

fn begins_with_letter(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_identifier(name: &str) -> bool {
    is_word(name, "-") && begins_with_letter(name) && !name.contains("--") && !name.ends_with('-')
}

fn is_alias(name: &str) -> bool {
    name.strip_prefix("alias/")
        .is_some_and(|rest| is_word(rest, "/_-") && !rest.starts_with("aws/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_the_provider_checks_too_are_known() {
        for (form, name) in [
            (Form::Identifier, "payments-"),
            (Form::Identifier, "pay--ments"),
            (Form::Identifier, "1payments"),
            (Form::Balancer, "internal-payments"),
            (Form::Balancer, "payments_api"),
            (Form::Alias, "payments"),
            (Form::Alias, "alias/aws/payments"),
            (Form::SecurityGroup, "sg-payments"),
            (Form::Word("-_"), "pay ments"),
        ] {
            assert!(form.check_name(name).is_some(), "{name}");
        }
    }
}
