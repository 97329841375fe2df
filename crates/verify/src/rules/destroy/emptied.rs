//! Resources that AWS deletes only when they are empty, and the argument that has Terraform empty
//! them.

/// Type and argument. Source: the resource's page in the documentation of the AWS provider.
pub const EMPTIED: [(&str, &str); 6] = [
    ("aws_athena_workgroup", "force_destroy"),
    ("aws_backup_vault", "force_destroy"),
    ("aws_ecr_repository", "force_delete"),
    ("aws_ecrpublic_repository", "force_destroy"),
    ("aws_route53_zone", "force_destroy"),
    ("aws_s3_bucket", "force_destroy"),
];
