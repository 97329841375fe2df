// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_s3_bucket`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket
    AwsS3Bucket = "aws_s3_bucket", AwsS3BucketAttributes
    arguments {
        optional bucket: String,
        optional bucket_prefix: String,
        optional force_destroy: bool,
        optional object_lock_enabled: bool,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        bucket_domain_name: String,
        bucket_regional_domain_name: String,
        hosted_zone_id: String,
        id: String,
        region: String,
        tags_all: BTreeMap<String, String>,
    }
}
