//! A bucket has a name that S3 accepts.
//!
//! ## Why
//!
//! Bucket names are 3 to 63 lower-case letters, digits, dots and hyphens. Terraform plans a bucket
//! with capitals or an underscore; S3 answers `InvalidBucketName`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   bucket = "Transaction_Logs"
//! }
//! ```
//!
//! ## Fix
//!
//! Use lower-case letters, digits and hyphens; put the account id into the name, since names are
//! shared by all accounts.
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   bucket = "transaction-logs-123456789012"
//! }
//! ```
//!
//! ## Source
//!
//! - [General purpose bucket naming rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html)

use std::net::Ipv4Addr;
use std::ops::RangeInclusive;

use crate::{Action, Check};

rule! { Error, AnyStack, ["ALL-7", "ST-1"] }

/// Source: S3 User Guide, "General purpose bucket naming rules".
const LENGTHS: RangeInclusive<usize> = 3..=63;
/// The provider puts 26 characters behind a prefix.
const LONGEST_PREFIX: usize = 37;
/// What S3 keeps for itself.
const PREFIXES: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
const SUFFIXES: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

fn check(check: &mut Check) {
    for bucket in check.all("aws_s3_bucket") {
        // Buckets of before 2018 may have names that are no longer given.
        if !bucket.actions().contains(&Action::Create) {
            continue;
        }
        let (name, prefix) = (bucket.at("bucket"), bucket.at("bucket_prefix"));
        check.judge(&name, name.string(), check_name);
        check.judge(&prefix, prefix.string(), |prefix| {
            let too_long = prefix.len() > LONGEST_PREFIX;
            if too_long {
                Some("is longer than 37 characters".to_owned())
            } else {
                check_name(&format!("{prefix}0123"))
            }
        });
    }
}

fn check_name(name: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let reason = if !LENGTHS.contains(&name.len()) {
        "is not 3 to 63 characters long"
    } else if !name.chars().all(|c| is_plain(c) || c == '-' || c == '.') {
        "holds something other than lower-case letters, digits, dots and hyphens"
    } else if !name.starts_with(is_plain) || !name.ends_with(is_plain) {
        "does not begin and end with a letter or digit"
    } else if name.contains("..") || name.parse::<Ipv4Addr>().is_ok() {
        "has two dots in a row, or looks like an address"
    } else if PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
    {
        "begins or ends with what S3 keeps for itself"
    } else {
        return None;
    };
    Some(reason.to_owned())
}
