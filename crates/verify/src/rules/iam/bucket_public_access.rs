use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-bucket-public-access",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &[],
    page: include_str!("../../../docs/rules/iam-bucket-public-access.md"),
    check,
};

/// Source: S3 User Guide, "Blocking public access to your Amazon S3 storage"; of the provider, each is off where it is left out.
const BLOCKS: [(&str, &str); 4] = [
    ("block_public_acls", "ACLs may make objects public"),
    ("block_public_policy", "a policy may make the bucket public"),
    ("ignore_public_acls", "ACLs that make objects public hold"),
    ("restrict_public_buckets", "a public bucket is open to other accounts"),
];
const PUBLIC_ACLS: [&str; 3] = ["public-read", "public-read-write", "authenticated-read"];

fn check(check: &mut Check) {
    for block in check.all_of(&["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]) {
        for (argument, otherwise) in BLOCKS {
            check.expect(&block.at(argument), block.at(argument).flag(), otherwise);
        }
    }
    for resource in check.all_of(&["aws_s3_bucket_acl", "aws_s3_bucket", "aws_s3_object"]) {
        one(check, &resource.at("acl"));
    }
}

fn one<'a>(check: &mut Check<'a>, acl: &Place<'a>) {
    match acl.text() {
        Known(text) if PUBLIC_ACLS.contains(&text) => check.fail(acl, "lets everyone in"),
        Known(_) => check.pass(acl),
        Unknown if acl.is_written() => check.unknown(acl, "known only after the apply"),
        // Without one, nobody but the account is let in.
        Absent | Unknown => {}
    }
}
