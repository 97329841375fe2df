//! A database instance class is one that exists, and that the engine runs on.
//!
//! ## Why
//!
//! Terraform accepts any text as a class. AWS answers `Invalid DB Instance class` or `RDS does not
//! support creating a DB instance with the following combination` when the instance is made. Aurora
//! runs on memory optimised (`r`, `x`) and burstable (`t`) classes only; `nano` exists for EC2, not
//! for RDS.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "a" {
//!   engine         = "aurora-postgresql"
//!   instance_class = "db.m6g.large"
//! }
//! ```
//!
//! ## Fix
//!
//! Use a class that `aws rds describe-orderable-db-instance-options` lists for the engine and its
//! version.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "a" {
//!   engine         = "aurora-postgresql"
//!   instance_class = "db.r7g.large"
//! }
//! ```
//!
//! ## Source
//!
//! - [Supported DB engines for DB instance classes](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html)
//! - [DB instance classes](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7"] }

/// The resources with a class, and the argument that holds it.
const CLASSES: [(&str, &str); 5] = [
    ("aws_db_instance", "instance_class"),
    ("aws_docdb_cluster_instance", "instance_class"),
    ("aws_neptune_cluster_instance", "instance_class"),
    ("aws_rds_cluster", "db_cluster_instance_class"),
    ("aws_rds_cluster_instance", "instance_class"),
];
/// No class of RDS is of another size, `2xlarge` and the like apart. Source: RDS User Guide, "DB
/// instance class types".
const SIZES: [&str; 6] = ["micro", "small", "medium", "large", "xlarge", "metal"];

fn check(check: &mut Check) {
    for (kind, argument) in CLASSES {
        for database in check.all(kind) {
            let class = database.at(argument);
            let engine = database.at("engine").string().known().unwrap_or_default();
            check.judge(&class, class.string(), |class| check_class(engine, class));
        }
    }
}

fn check_class(engine: &str, class: &str) -> Option<String> {
    if class == "db.serverless" {
        return None;
    }
    // Classes for Oracle name threads and memory behind the size: `db.r5.4xlarge.tpc2.mem2x`.
    let mut parts = class.split('.');
    let (Some("db"), Some(family), Some(size)) = (parts.next(), parts.next(), parts.next()) else {
        return Some("is not a class; one is written db.<family>.<size>".to_owned());
    };
    if !is_family(family) || !is_size(size) {
        return Some(format!("RDS has no class {class}"));
    }
    let refused = engine.starts_with("aurora") && !is_of_aurora(engine, family, size);
    refused.then(|| format!("{engine} does not run on {class}"))
}

/// Letters, the generation, and letters for the variant: `r7g`, `x2iedn`, `m7i-flex`.
fn is_family(family: &str) -> bool {
    let generation = family.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let letters = family.len() - generation.len();
    let rest = generation.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&letters)
        && rest.len() < generation.len()
        && rest.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

fn is_size(size: &str) -> bool {
    let number = size.strip_suffix("xlarge").is_some_and(|number| number.parse::<u8>().is_ok());
    number || SIZES.contains(&size)
}

/// Memory optimised and burstable families only, and no small ones.
/// Source: Aurora User Guide, "Supported DB engines for DB instance classes".
fn is_of_aurora(engine: &str, family: &str, size: &str) -> bool {
    let too_small = size == "micro" || (size == "small" && engine == "aurora-postgresql");
    family.starts_with(['r', 't', 'x']) && !too_small
}
