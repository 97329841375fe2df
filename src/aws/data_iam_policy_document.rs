// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::data_source_type! {
    /// The data source [`aws_iam_policy_document`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
    DataAwsIamPolicyDocument = "aws_iam_policy_document", DataAwsIamPolicyDocumentAttributes
    arguments {
        optional override_policy_documents: Vec<String>,
        optional policy_id: String,
        optional source_policy_documents: Vec<String>,
        optional version: String,
    }
    blocks {
        statement: DataAwsIamPolicyDocumentStatement = 0..=usize::MAX,
    }
    attributes {
        id: String,
        json: String,
        minified_json: String,
    }
}

terraform::block_type! {
    /// `statement` of `aws_iam_policy_document`.
    DataAwsIamPolicyDocumentStatement
    arguments {
        optional actions: Vec<String>,
        optional effect: String,
        optional not_actions: Vec<String>,
        optional not_resources: Vec<String>,
        optional resources: Vec<String>,
        optional sid: String,
    }
    blocks {
        condition: DataAwsIamPolicyDocumentStatementCondition = 0..=usize::MAX,
        principals: DataAwsIamPolicyDocumentStatementPrincipals = 0..=usize::MAX,
    }
}

terraform::block_type! {
    /// `statement.condition` of `aws_iam_policy_document`.
    DataAwsIamPolicyDocumentStatementCondition
    arguments {
        required test: String,
        required values: Vec<String>,
        required variable: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `statement.principals` of `aws_iam_policy_document`.
    DataAwsIamPolicyDocumentStatementPrincipals
    arguments {
        required identifiers: Vec<String>,
        required r#type: String,
    }
    blocks {}
}
