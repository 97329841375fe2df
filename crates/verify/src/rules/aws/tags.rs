//! Tags have keys and values that AWS accepts.
//!
//! ## Why
//!
//! A key has up to 128 characters and a value up to 256; keys do not begin with `aws:`; a resource
//! has up to 50 tags. Most services, though not EC2, allow only letters, digits, spaces and
//! `_.:/=+-@`: an address in angle brackets or an ampersand is refused with
//! `InvalidParameterException`. Terraform checks none of this, and one bad default tag makes every
//! resource fail.
//!
//! ## Example
//!
//! ```hcl
//! provider "aws" {
//!   default_tags {
//!     tags = {
//!       Owner = "Payments <payments@example.com>"
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Shorten the tag, or leave out what is not allowed.
//!
//! ```hcl
//! provider "aws" {
//!   default_tags {
//!     tags = {
//!       Owner = "payments@example.com"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Tag naming limits and requirements](https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tag-naming-limits-and-requirements.html)
//! - [ECS, Tag](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html)

use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7"] }

/// Sources: AWS Tagging Best Practices, "Tag naming limits and requirements"; ECS API, `Tag`; RDS
/// API, `Tag`.
const LONGEST_KEY: usize = 128;
const LONGEST_VALUE: usize = 256;
const MOST: usize = 50;
const OTHERS: &str = "_.:/=+-@";
/// Services that hold tags to letters, digits, spaces and the others; EC2, for one, does not.
const STRICT: [&str; 10] = [
    "aws_cloudwatch_log_group",
    "aws_db_",
    "aws_docdb_",
    "aws_ecs_",
    "aws_elb",
    "aws_iam_",
    "aws_lb",
    "aws_neptune_",
    "aws_rds_",
    "aws_s3_bucket",
];

fn check(check: &mut Check) {
    for resource in check.inventory().resources() {
        let all = resource.at("tags_all");
        let tags = if all.value().known().is_some() { all } else { resource.at("tags") };
        let entries = tags.entries();
        let is_strict = STRICT.iter().any(|prefix| resource.kind().starts_with(prefix));
        let wrong = entries
            .iter()
            .find_map(|(key, value)| Some((value, check_tag(key, value, is_strict)?)));
        match wrong {
            Some((tag, reason)) => check.fail(tag, reason),
            None if entries.len() > MOST => {
                check.fail(&tags, format!("has {} tags, and AWS allows {MOST}", entries.len()))
            }
            None if entries.is_empty() => {}
            None => check.pass(&tags),
        }
    }
}

fn check_tag(key: &str, value: &AttributePath, is_strict: bool) -> Option<String> {
    let text = value.string().known().unwrap_or_default();
    let strange = |c: &char| !c.is_alphanumeric() && !c.is_whitespace() && !OTHERS.contains(*c);
    let reason = if key.to_lowercase().starts_with("aws:") {
        "the key begins with what AWS keeps for itself".to_owned()
    } else if key.chars().count() > LONGEST_KEY || text.chars().count() > LONGEST_VALUE {
        format!(
            "the key is longer than {LONGEST_KEY} characters, or the value than {LONGEST_VALUE}"
        )
    } else {
        let strange = key.chars().chain(text.chars()).find(strange).filter(|_| is_strict)?;
        format!("holds {:?}, which this service does not allow in a tag", strange.to_string())
    };
    Some(reason)
}
