// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_internet_gateway`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/internet_gateway).
#[derive(Debug, Clone, Default)]
pub struct AwsInternetGateway {
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsInternetGatewayTimeouts>,
}
impl tf::Block for AwsInternetGateway {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("tags", self.tags);
        out.optional("vpc_id", self.vpc_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsInternetGatewayTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsInternetGatewayTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Resource for AwsInternetGateway {
    const TYPE: &'static str = "aws_internet_gateway";
}
impl tf::Handle<AwsInternetGateway> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.reference_to("owner_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.reference_to("vpc_id")
    }
}
