// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_ecr_repository`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
    AwsEcrRepository = "aws_ecr_repository", AwsEcrRepositoryAttributes
    arguments {
        optional force_delete: bool,
        optional image_tag_mutability: String,
        required name: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        encryption_configuration: AwsEcrRepositoryEncryptionConfiguration = 0..=usize::MAX,
        image_scanning_configuration: AwsEcrRepositoryImageScanningConfiguration = 0..=1,
    }
    attributes {
        arn: String,
        id: String,
        registry_id: String,
        repository_url: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `encryption_configuration` of `aws_ecr_repository`.
    AwsEcrRepositoryEncryptionConfiguration
    arguments {
        optional encryption_type: String,
        optional kms_key: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `image_scanning_configuration` of `aws_ecr_repository`.
    AwsEcrRepositoryImageScanningConfiguration
    arguments {
        required scan_on_push: bool,
    }
    blocks {}
}
