//! The controls of frameworks, mapped to requirements. The mapping is paytf's own reading, not that of the frameworks' authors.

use serde::Serialize;

/// One control, and the requirements that answer it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Control {
    /// The framework.
    pub framework: &'static str,
    /// The control's number in it.
    pub id: &'static str,
    /// What it asks for, in short.
    pub text: &'static str,
    /// The ids of the requirements.
    pub requirements: &'static [&'static str],
}

const PCI: &str = "PCI DSS 4.0";
const SOC2: &str = "SOC 2, availability";
const AWS: &str = "AWS Well-Architected, reliability";

/// Every control that is mapped.
/// Sources: PCI DSS v4.0, "Requirements and Testing Procedures"; AICPA Trust Services Criteria 2017, A1; AWS Well-Architected
/// Framework, Reliability Pillar.
pub const CONTROLS: [Control; 19] = [
    control(PCI, "1.2, 1.3", "network controls restrict traffic to what is needed", &["NET-1", "NET-3"]),
    control(PCI, "1.4", "traffic between trusted and untrusted networks is controlled", &["NET-2", "NET-3", "APP-3"]),
    control(PCI, "2.2", "components are configured securely", &["ALL-4", "IAM-3"]),
    control(PCI, "3.5, 3.6", "stored account data is unreadable, and its keys are managed", &["ST-3", "ALL-4"]),
    control(PCI, "4.2.1", "strong cryptography protects transmission", &["ALL-4", "APP-3"]),
    control(PCI, "7.2", "access is given by least privilege", &["IAM-1", "IAM-2", "IAM-3"]),
    control(PCI, "8.3, 8.6", "credentials of systems are strong and not hard-coded", &["IAM-1", "IAM-3"]),
    control(PCI, "10.2, 10.3", "audit logs are kept and protected", &["ALL-6", "ST-1", "ST-2"]),
    control(PCI, "10.5.1", "audit logs are retained for twelve months", &["ALL-6", "ST-2"]),
    control(
        PCI,
        "10.7",
        "failures of critical controls are detected and alerted",
        &["MON-1", "MON-2", "MON-3", "MON-4"],
    ),
    control(PCI, "12.10", "incidents are responded to at once", &["MON-4", "ALL-5"]),
    control(SOC2, "A1.1", "capacity is monitored and managed", &["APP-2", "MON-3"]),
    control(
        SOC2,
        "A1.2",
        "environmental protections, backup and recovery infrastructure exist",
        &["DB-1", "DB-2", "DB-3", "NET-2", "FN-2"],
    ),
    control(SOC2, "A1.3", "recovery is tested", &["DB-3", "ALL-5"]),
    control(AWS, "REL06", "workload resources are monitored", &["MON-1", "MON-2", "MON-3", "MON-4"]),
    control(AWS, "REL07", "the workload adapts to demand", &["APP-2"]),
    control(AWS, "REL09", "data is backed up", &["DB-3", "ST-2"]),
    control(AWS, "REL10", "fault isolation: several locations", &["ALL-1", "NET-1", "DB-1", "APP-3", "FN-2"]),
    control(AWS, "REL11", "the workload withstands failures of components", &["DB-2", "ALL-5", "NET-2"]),
];

const fn control(
    framework: &'static str,
    id: &'static str,
    text: &'static str,
    requirements: &'static [&'static str],
) -> Control {
    Control { framework, id, text, requirements }
}
