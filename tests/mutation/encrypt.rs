use crate::stack::Defect::Set;
use crate::stack::Mutation;

pub const MUTATIONS: &[Mutation] =
    &[Mutation { kind: "aws_rds_cluster", defect: Set("storage_encrypted", "false"), seen_by: &["encrypt-aurora"] }];
