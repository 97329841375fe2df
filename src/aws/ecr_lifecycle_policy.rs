// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_ecr_lifecycle_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_lifecycle_policy
    AwsEcrLifecyclePolicy = "aws_ecr_lifecycle_policy", AwsEcrLifecyclePolicyAttributes
    arguments {
        required policy: String,
        required repository: String,
    }
    blocks {}
    attributes {
        id: String,
        registry_id: String,
    }
}
