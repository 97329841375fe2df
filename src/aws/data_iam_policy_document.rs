// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The data source [`aws_iam_policy_document`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document).
#[derive(Debug, Clone, Default)]
pub struct DataAwsIamPolicyDocument {
    pub override_policy_documents: tf::List<String>,
    pub policy_id: tf::Attr<String>,
    pub source_policy_documents: tf::List<String>,
    pub version: tf::Attr<String>,
    pub statement: tf::Blocks<DataAwsIamPolicyDocumentStatement>,
}
impl tf::Block for DataAwsIamPolicyDocument {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("override_policy_documents", self.override_policy_documents);
        out.optional("policy_id", self.policy_id);
        out.optional("source_policy_documents", self.source_policy_documents);
        out.optional("version", self.version);
        out.blocks("statement", self.statement, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct DataAwsIamPolicyDocumentStatement {
    pub actions: tf::List<String>,
    pub effect: tf::Attr<String>,
    pub not_actions: tf::List<String>,
    pub not_resources: tf::List<String>,
    pub resources: tf::List<String>,
    pub sid: tf::Attr<String>,
    pub condition: tf::Blocks<DataAwsIamPolicyDocumentStatementCondition>,
    pub not_principals: tf::Blocks<DataAwsIamPolicyDocumentStatementNotPrincipals>,
    pub principals: tf::Blocks<DataAwsIamPolicyDocumentStatementPrincipals>,
}
impl tf::Block for DataAwsIamPolicyDocumentStatement {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("actions", self.actions);
        out.optional("effect", self.effect);
        out.optional("not_actions", self.not_actions);
        out.optional("not_resources", self.not_resources);
        out.optional("resources", self.resources);
        out.optional("sid", self.sid);
        out.blocks("condition", self.condition, 0usize..=usize::MAX);
        out.blocks("not_principals", self.not_principals, 0usize..=usize::MAX);
        out.blocks("principals", self.principals, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct DataAwsIamPolicyDocumentStatementCondition {
    pub test: tf::Attr<String>,
    pub values: tf::List<String>,
    pub variable: tf::Attr<String>,
}
impl tf::Block for DataAwsIamPolicyDocumentStatementCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("test", self.test);
        out.required("values", self.values);
        out.required("variable", self.variable);
    }
}
#[derive(Debug, Clone, Default)]
pub struct DataAwsIamPolicyDocumentStatementNotPrincipals {
    pub identifiers: tf::List<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for DataAwsIamPolicyDocumentStatementNotPrincipals {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("identifiers", self.identifiers);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct DataAwsIamPolicyDocumentStatementPrincipals {
    pub identifiers: tf::List<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for DataAwsIamPolicyDocumentStatementPrincipals {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("identifiers", self.identifiers);
        out.required("type", self.r#type);
    }
}
impl tf::Declared for DataAwsIamPolicyDocument {
    const TYPE: &'static str = "aws_iam_policy_document";
    type Attributes = DataAwsIamPolicyDocumentAttributes;
}
impl tf::Data for DataAwsIamPolicyDocument {}
#[derive(Debug)]
pub struct DataAwsIamPolicyDocumentAttributes(tf::Address);
impl From<tf::Address> for DataAwsIamPolicyDocumentAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl DataAwsIamPolicyDocumentAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn json(&self) -> tf::Ref<String> {
        self.0.attribute("json")
    }
    pub fn minified_json(&self) -> tf::Ref<String> {
        self.0.attribute("minified_json")
    }
    pub fn override_policy_documents(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("override_policy_documents")
    }
    pub fn policy_id(&self) -> tf::Ref<String> {
        self.0.attribute("policy_id")
    }
    pub fn source_policy_documents(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("source_policy_documents")
    }
    pub fn version(&self) -> tf::Ref<String> {
        self.0.attribute("version")
    }
}
