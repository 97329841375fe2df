//! Masks card numbers that get into a log by mistake: readers of the log see asterisks (ALL-4).
//!
//! A payment service must not log a card number at all (PCI DSS 3.4.1, 3.5.1). This is the net
//! below it: CloudWatch Logs finds the numbers as they arrive, shows them to nobody without
//! `logs:Unmask`, which no role of the stack has, and counts them in the
//! metric `LogEventsWithFindings`.
//! Sources: CloudWatch Logs User Guide, "Help protect sensitive log data with masking" and "Data
//! protection policy syntax".

use crate::aws::{AwsCloudwatchLogDataProtectionPolicy, AwsCloudwatchLogGroup};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module, call};

/// What is looked for: the card number, and the security code, which may not be kept for a moment.
/// Source: CloudWatch Logs User Guide, "Data identifier ARNs for financial data types".
const IDENTIFIERS: [&str; 2] = [
    "arn:aws:dataprotection::aws:data-identifier/CreditCardNumber",
    "arn:aws:dataprotection::aws:data-identifier/CreditCardSecurityCode",
];

/// Masks card data in a log group.
///
/// # Errors
/// As [`Module::resource`].
pub fn mask_cards(
    module: &mut Module,
    label: &str,
    log_group: &Handle<AwsCloudwatchLogGroup>,
) -> Result<(), DeclareError> {
    let policy = block!(AwsCloudwatchLogDataProtectionPolicy {
        log_group_name: log_group.name(),
        policy_document: call::<String>("jsonencode", [document()]),
    });
    module.resource(label, policy)?;
    Ok(())
}

/// One statement to count, one to mask; both must look for the same.
fn document() -> Expression {
    let identifiers = || Expression::Array(IDENTIFIERS.map(Expression::from).to_vec());
    hcl::expression!({
        Name = "mask-card-numbers",
        Description = "",
        Version = "2021-06-01",
        Statement = [
            {
                Sid = "count", DataIdentifier = (identifiers()),
                Operation = { Audit = { FindingsDestination = {} } }
            },
            {
                Sid = "mask", DataIdentifier = (identifiers()),
                Operation = { Deidentify = { MaskConfig = {} } }
            }
        ]
    })
}
