//! The `terraform` and `provider` blocks: which versions, which account, where the state is kept.

use hcl::expr::{Expression, Object, ObjectKey};
use hcl::structure::{Attribute, Block as HclBlock, Body, Structure};

/// Which versions a module can be used with, as Terraform writes constraints.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// The version constraint of Terraform.
    pub terraform: &'a str,
    /// The version constraint of `hashicorp/aws`.
    pub provider: &'a str,
}

/// What a module needs: the content of `versions`.
pub fn versions(versions: Versions) -> Body {
    Body(vec![terraform(versions).build().into()])
}

fn terraform(versions: Versions) -> hcl::structure::BlockBuilder {
    let source: [(ObjectKey, Expression); 2] = [
        (ObjectKey::Identifier(hcl::Identifier::unchecked("source")), "hashicorp/aws".into()),
        (ObjectKey::Identifier(hcl::Identifier::unchecked("version")), versions.provider.into()),
    ];
    let providers = HclBlock::builder("required_providers")
        .add_attribute(Attribute::new("aws", Expression::Object(Object::from_iter(source))));
    HclBlock::builder("terraform")
        .add_attribute(Attribute::new("required_version", versions.terraform))
        .add_block(providers.build())
}

/// The blocks a root module begins with.
#[derive(Debug, Clone)]
pub struct Settings<'a> {
    /// What the stack can be used with.
    pub versions: Versions<'a>,
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
        let tags = self
            .default_tags
            .iter()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect::<super::Map<String>>();
        let tags = super::attr::Argument::expression(tags).unwrap_or(Expression::Null);
        let mut provider =
            HclBlock::builder("provider").add_label("aws").add_attribute(("region", self.region));
        if let Some(account_id) = self.account_id {
            provider =
                provider.add_attribute(Attribute::new("allowed_account_ids", vec![account_id]));
        }
        let provider = provider
            .add_block(HclBlock::builder("default_tags").add_attribute(("tags", tags)).build());
        vec![terraform(self.versions).build().into(), provider.build().into()]
    }
}

/// The content of `backend`: an S3 bucket with Terraform's native lock file, which Terraform 1.10
/// was the first to have. Source: Terraform, "Backend Type: s3", `use_lockfile`.
pub fn s3_backend(bucket: &str, key: &str, region: &str, kms_key: Option<&str>) -> Body {
    let mut backend = HclBlock::builder("backend")
        .add_label("s3")
        .add_attribute(("bucket", bucket))
        .add_attribute(("key", key))
        .add_attribute(("region", region))
        .add_attribute(("encrypt", true))
        .add_attribute(("use_lockfile", true));
    if let Some(kms_key) = kms_key {
        backend = backend.add_attribute(("kms_key_id", kms_key));
    }
    let settings = HclBlock::builder("terraform").add_attribute(("required_version", ">= 1.10.0"));
    Body(vec![settings.add_block(backend.build()).build().into()])
}

#[cfg(test)]
mod tests {
    use super::super::testing::parsed;
    use super::*;

    const VERSIONS: Versions =
        Versions { terraform: ">= 1.9.0, < 2.0.0", provider: ">= 5.100, < 7.0" };

    fn terraform_block() -> String {
        r#"terraform {
             required_version = ">= 1.9.0, < 2.0.0"
             required_providers {
               aws = { source = "hashicorp/aws", version = ">= 5.100, < 7.0" }
             }
           }"#
        .to_owned()
    }

    fn settings(account_id: Option<&str>) -> Body {
        let default_tags = vec![("Project".into(), "p".into()), ("cost center".into(), "c".into())];
        Body(
            Settings { versions: VERSIONS, region: "us-east-1", account_id, default_tags }.blocks(),
        )
    }

    #[test]
    fn a_module_says_which_terraform_and_provider_it_can_be_used_with() {
        assert_eq!(versions(VERSIONS), parsed(&terraform_block()));
    }

    #[test]
    fn a_configured_account_is_the_only_one_the_stack_is_applied_to() {
        let provider = |accounts: &str| {
            let tags = "{ Project = \"p\", \"cost center\" = \"c\" }";
            let provider = format!(
                "provider \"aws\" {{\nregion = \"us-east-1\"\n{accounts}\ndefault_tags {{\ntags = \
                 {tags}\n}}\n}}\n"
            );
            parsed(&format!("{}\n{provider}", terraform_block()))
        };
        let accounts = "allowed_account_ids = [\"123456789012\"]";
        assert_eq!(settings(Some("123456789012")), provider(accounts));
        assert_eq!(settings(None), provider(""));
    }

    #[test]
    fn the_state_is_encrypted_and_locked_in_s3() {
        let expected = r#"terraform {
            required_version = ">= 1.10.0"
            backend "s3" {
              bucket       = "state"
              key          = "paytf/staging/terraform.tfstate"
              region       = "eu-west-1"
              encrypt      = true
              use_lockfile = true
            }
        }"#;
        assert_eq!(
            s3_backend("state", "paytf/staging/terraform.tfstate", "eu-west-1", None),
            parsed(expected)
        );
        let with_key =
            expected.replace("use_lockfile = true", "use_lockfile = true\nkms_key_id = \"arn\"");
        let backend =
            s3_backend("state", "paytf/staging/terraform.tfstate", "eu-west-1", Some("arn"));
        assert_eq!(backend, parsed(&with_key));
    }
}
