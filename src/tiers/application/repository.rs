//! Where the payment image is pushed.

use super::{Inputs, json};
use crate::aws::{
    AwsEcrLifecyclePolicy, AwsEcrRepository, AwsEcrRepositoryEncryptionConfiguration,
    AwsEcrRepositoryImageScanningConfiguration,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module};

/// Images kept: enough to go back many releases.
const IMAGES_KEPT: u32 = 50;

/// The repository: encrypted with our key (ALL-4), scanned at each push, and its tags immutable, so
/// that what was released is what runs. It is deleted with its images (ALL-3).
pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsEcrRepository>, DeclareError> {
    let repository = module.resource(
        "main",
        block!(AwsEcrRepository {
            name: name(Kind::EcrRepository),
            image_tag_mutability: "IMMUTABLE",
            force_delete: true,
            encryption_configuration: block!(AwsEcrRepositoryEncryptionConfiguration {
                encryption_type: "KMS",
                kms_key: &var.data_key_arn,
            }),
            image_scanning_configuration: block!(AwsEcrRepositoryImageScanningConfiguration {
                scan_on_push: true
            }),
            tags: tags(name(Kind::EcrRepository)),
        }),
    )?;
    module.resource(
        "main",
        block!(AwsEcrLifecyclePolicy {
            repository: repository.name(),
            policy: json(lifecycle_policy())
        }),
    )?;
    Ok(repository)
}

/// Source: Amazon ECR User Guide, "Lifecycle policy properties in Amazon ECR".
fn lifecycle_policy() -> Expression {
    hcl::expression!({
        rules = [{
            rulePriority = 1,
            description = (format!("Keep the last {IMAGES_KEPT} images")),
            selection = {
                tagStatus = "any",
                countType = "imageCountMoreThan",
                countNumber = IMAGES_KEPT
            },
            action = { type = "expire" }
        }]
    })
}
