// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The data source [`aws_caller_identity`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/caller_identity).
#[derive(Debug, Clone, Default)]
pub struct DataAwsCallerIdentity {}
impl tf::Block for DataAwsCallerIdentity {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
impl tf::Declared for DataAwsCallerIdentity {
    const TYPE: &'static str = "aws_caller_identity";
    type Attributes = DataAwsCallerIdentityAttributes;
}
impl tf::Data for DataAwsCallerIdentity {}
#[derive(Debug)]
pub struct DataAwsCallerIdentityAttributes(tf::Address);
impl From<tf::Address> for DataAwsCallerIdentityAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl DataAwsCallerIdentityAttributes {
    pub fn account_id(&self) -> tf::Ref<String> {
        self.0.attribute("account_id")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn user_id(&self) -> tf::Ref<String> {
        self.0.attribute("user_id")
    }
}
