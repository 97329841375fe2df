//! Encryption: the customer managed KMS keys of the stack (ALL-4).

use crate::tf::{DeclareError, Module, Number, Tier};

/// The keys.
#[derive(Debug, Clone)]
pub struct Encryption {}

crate::ports! {
    /// What the keys need.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
    }
}

crate::ports! {
    /// The keys, by ARN.
    pub struct Outputs {
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// ARN of the KMS key for notifications; CloudWatch, EventBridge and RDS may publish with it.
        notifications_key_arn: String,
    }
}

impl Tier for Encryption {
    const NAME: &'static str = "encryption";
    const DESCRIPTION: &'static str = "The customer managed KMS keys of the stack.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let _ = (module, var);
        unreachable!("the tier is being written")
    }
}
