// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_sqs_queue_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_policy
    AwsSqsQueuePolicy = "aws_sqs_queue_policy", AwsSqsQueuePolicyAttributes
    arguments {
        required policy: String,
        required queue_url: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
