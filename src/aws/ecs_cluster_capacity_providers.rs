// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecs_cluster_capacity_providers`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster_capacity_providers).
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterCapacityProviders {
    pub capacity_providers: tf::List<String>,
    pub cluster_name: tf::Attr<String>,
    pub default_capacity_provider_strategy: tf::Blocks<
        AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy,
    >,
}
impl tf::Block for AwsEcsClusterCapacityProviders {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("capacity_providers", self.capacity_providers);
        out.required("cluster_name", self.cluster_name);
        out.blocks(
            "default_capacity_provider_strategy",
            self.default_capacity_provider_strategy,
            0usize..=usize::MAX,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy {
    pub base: tf::Attr<tf::Number>,
    pub capacity_provider: tf::Attr<String>,
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("base", self.base);
        out.required("capacity_provider", self.capacity_provider);
        out.optional("weight", self.weight);
    }
}
impl tf::Declared for AwsEcsClusterCapacityProviders {
    const TYPE: &'static str = "aws_ecs_cluster_capacity_providers";
    type Attributes = AwsEcsClusterCapacityProvidersAttributes;
}
impl tf::Resource for AwsEcsClusterCapacityProviders {}
#[derive(Debug)]
pub struct AwsEcsClusterCapacityProvidersAttributes(tf::Address);
impl From<tf::Address> for AwsEcsClusterCapacityProvidersAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcsClusterCapacityProvidersAttributes {
    pub fn capacity_providers(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("capacity_providers")
    }
    pub fn cluster_name(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
}
