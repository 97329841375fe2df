//! No setting of a bucket lets everyone in.
//!
//! ## Why
//!
//! The four blocks of public access stop a policy or an ACL that opens a bucket by mistake. AWS has
//! them on for every new bucket; a resource that turns one off, or an ACL that names everyone,
//! removes the last safeguard.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_public_access_block" "logs" {
//!   bucket            = aws_s3_bucket.logs.id
//!   block_public_acls = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set all four arguments of `aws_s3_bucket_public_access_block` to true, and leave `acl` out.
//!
//! ```hcl
//! resource "aws_s3_bucket_public_access_block" "logs" {
//!   bucket                  = aws_s3_bucket.logs.id
//!   block_public_acls       = true
//!   block_public_policy     = true
//!   ignore_public_acls      = true
//!   restrict_public_buckets = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Blocking public access to your Amazon S3 storage](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html)
//! - [aws_s3_bucket_public_access_block: each argument is false by default](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block)

use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check};

rule! { Error, AnyStack, [] }

/// Source: S3 User Guide, "Blocking public access to your Amazon S3 storage"; of the provider, each
/// is off where it is left out.
const BLOCKS: [(&str, &str); 4] = [
    ("block_public_acls", "ACLs may make objects public"),
    ("block_public_policy", "a policy may make the bucket public"),
    ("ignore_public_acls", "ACLs that make objects public take effect"),
    ("restrict_public_buckets", "a public bucket is open to other accounts"),
];
const PUBLIC_ACLS: [&str; 3] = ["public-read", "public-read-write", "authenticated-read"];

fn check(check: &mut Check) {
    for block in
        check.all_of(&["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"])
    {
        for (argument, otherwise) in BLOCKS {
            check.expect(&block.at(argument), block.at(argument).bool(), otherwise);
        }
    }
    for resource in check.all_of(&["aws_s3_bucket_acl", "aws_s3_bucket", "aws_s3_object"]) {
        check_acl(check, &resource.at("acl"));
    }
}

fn check_acl<'a>(check: &mut Check<'a>, acl: &AttributePath<'a>) {
    match acl.string() {
        Known(text) if PUBLIC_ACLS.contains(&text) => check.fail(acl, "lets everyone in"),
        Known(_) => check.pass(acl),
        Unknown if acl.is_written() => check.known_later(acl),
        // Without one, nobody but the account is let in.
        Absent | Unknown => {}
    }
}
