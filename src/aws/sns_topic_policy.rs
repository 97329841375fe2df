// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_sns_topic_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_policy
    AwsSnsTopicPolicy = "aws_sns_topic_policy", AwsSnsTopicPolicyAttributes
    arguments {
        required arn: String,
        required policy: String,
    }
    blocks {}
    attributes {
        id: String,
        owner: String,
    }
}
