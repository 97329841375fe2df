// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_ecr_lifecycle_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_lifecycle_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsEcrLifecyclePolicy {
    pub policy: tf::Attr<String>,
    pub repository: tf::Attr<String>,
}
impl tf::Block for AwsEcrLifecyclePolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("policy", self.policy);
        out.required("repository", self.repository);
    }
}
impl tf::Resource for AwsEcrLifecyclePolicy {
    const TYPE: &'static str = "aws_ecr_lifecycle_policy";
}
impl tf::Handle<AwsEcrLifecyclePolicy> {
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
    pub fn registry_id(&self) -> tf::Ref<String> {
        self.reference_to("registry_id")
    }
    pub fn repository(&self) -> tf::Ref<String> {
        self.reference_to("repository")
    }
}
