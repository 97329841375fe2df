//! The `terraform` and `provider` blocks: which versions, which account, where the state is kept.

use hcl::expr::{Expression, Object, ObjectKey};
use hcl::structure::{Attribute, Block as HclBlock, Body, Structure};

/// The Terraform the stack is tested with; any later 1.x reads it too.
const TERRAFORM_VERSION: &str = include_str!("../../.terraform-version");

/// What a module needs: the content of `versions`.
pub fn versions(provider_version: &str) -> Body {
    Body(vec![terraform(provider_version).build().into()])
}

fn terraform(provider_version: &str) -> hcl::structure::BlockBuilder {
    let source: [(ObjectKey, Expression); 2] = [
        (ObjectKey::Identifier(hcl::Identifier::unchecked("source")), "hashicorp/aws".into()),
        (ObjectKey::Identifier(hcl::Identifier::unchecked("version")), compatible(provider_version).into()),
    ];
    let providers = HclBlock::builder("required_providers")
        .add_attribute(Attribute::new("aws", Expression::Object(Object::from_iter(source))));
    HclBlock::builder("terraform")
        .add_attribute(Attribute::new("required_version", format!(">= {}, < 2.0.0", TERRAFORM_VERSION.trim())))
        .add_block(providers.build())
}

/// `~> 5.100` for `5.100.0`: the minor releases after the one whose schema the stack was written with.
fn compatible(version: &str) -> String {
    format!("~> {}", version.rsplit_once('.').map_or(version, |(minor, _)| minor))
}

/// The blocks a root module begins with.
#[derive(Debug, Clone)]
pub struct Settings<'a> {
    /// The version of `hashicorp/aws` whose schema the stack was written with.
    pub provider_version: &'a str,
    /// The region of every resource.
    pub region: &'a str,
    /// The only account the stack may be applied to.
    pub account_id: Option<&'a str>,
    /// Tags of every resource.
    pub default_tags: Vec<(String, String)>,
}

impl Settings<'_> {
    /// The `terraform` and the `provider` block.
    pub fn blocks(&self) -> Vec<Structure> {
        let tags =
            self.default_tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect::<super::Map<String>>();
        let tags = super::attr::Argument::expression(tags).unwrap_or(Expression::Null);
        let mut provider = HclBlock::builder("provider").add_label("aws").add_attribute(("region", self.region));
        if let Some(account_id) = self.account_id {
            provider = provider.add_attribute(Attribute::new("allowed_account_ids", vec![account_id]));
        }
        let provider = provider.add_block(HclBlock::builder("default_tags").add_attribute(("tags", tags)).build());
        vec![terraform(self.provider_version).build().into(), provider.build().into()]
    }
}

/// The content of `backend`: an S3 bucket with Terraform's native lock file.
/// Source: Terraform, "Backend Type: s3", `use_lockfile`.
pub fn s3_backend(bucket: &str, key: &str, region: &str) -> Body {
    let backend = HclBlock::builder("backend")
        .add_label("s3")
        .add_attribute(("bucket", bucket))
        .add_attribute(("key", key))
        .add_attribute(("region", region))
        .add_attribute(("encrypt", true))
        .add_attribute(("use_lockfile", true));
    Body(vec![HclBlock::builder("terraform").add_block(backend.build()).build().into()])
}
