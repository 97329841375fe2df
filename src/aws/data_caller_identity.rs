// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The data source [`aws_caller_identity`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/caller_identity).
#[derive(Debug, Clone, Default)]
pub struct DataAwsCallerIdentity {}
impl tf::Block for DataAwsCallerIdentity {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
impl tf::Data for DataAwsCallerIdentity {
    const TYPE: &'static str = "aws_caller_identity";
}
impl tf::Handle<DataAwsCallerIdentity> {
    pub fn account_id(&self) -> tf::Ref<String> {
        self.reference_to("account_id")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn user_id(&self) -> tf::Ref<String> {
        self.reference_to("user_id")
    }
}
