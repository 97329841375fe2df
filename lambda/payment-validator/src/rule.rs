use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// Version of the rule set, in every decision. A change of what any rule accepts changes it
/// (semantic versioning: major when a request accepted before may be rejected, minor when a request
/// rejected before may be accepted).
pub const RULE_SET: &str = "2.0.0";

/// What a rule found: the value in its own type, or every rule it breaks.
pub type Checked<T> = Result<T, Vec<Breach>>;

/// A broken rule and what would be allowed. The message never holds the refused value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The broken rule.
    pub rule: Rule,
    /// What is allowed.
    pub message: Cow<'static, str>,
}

macro_rules! rules {
    ($($name:ident = $code:literal, $standard:literal;)*) => {
        /// Every rule. Its code is stable: it is never reused for another meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = concat!("`", $code, "`: ", $standard)] $name,)*
        }

        impl Rule {
            /// All rules, in the order of the documentation.
            pub const ALL: &[Rule] = &[$(Rule::$name),*];

            /// The stable code, as in decisions, logs and metrics.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$name => $code),* }
            }

            /// The standard or bound that the rule is based on.
            pub fn standard(self) -> &'static str {
                match self { $(Rule::$name => $standard),* }
            }
        }
    };
}

rules! {
    JsonSize = "json.size", "own bound: 16,384 bytes";
    JsonSyntax = "json.syntax", "RFC 8259";
    JsonDuplicateKey = "json.duplicate_key", "RFC 7493 section 2.3";
    JsonNumber = "json.number", "RFC 7493 section 2.2";
    JsonType = "json.type", "JSON Schema 2020-12 `type`";
    FieldMissing = "field.missing", "JSON Schema 2020-12 `required`";
    FieldUnknown = "field.unknown", "JSON Schema 2020-12 `additionalProperties`";
    SchemaVersion = "schema_version.unknown", "schema/payment-request.v1.schema.json";
    RequestId = "request_id.format", "RFC 9562 section 4";
    IdempotencyKey = "idempotency_key.format", "draft-ietf-httpapi-idempotency-key-header section \
                                                2.2";
    MerchantId = "merchant_id.format", "ISO 8583-1:2003 data element 42 (ans 15)";
    IdentifierCardNumber = "identifier.card_number", "PCI DSS 4.0.1 requirement 3.5.1";
    TimestampFormat = "timestamp.format", "RFC 3339 section 5.6";
    TimestampSkew = "timestamp.skew", "RFC 4120 section 8.2 (5 minutes)";
    AmountNotPositive = "amount.not_positive", "ISO 8583-1:2003 data element 4 (unsigned)";
    AmountAboveLimit = "amount.above_limit", "own limit per currency: 1,000,000 US dollars' worth \
                                              (data/limits.toml)";
    AmountExponent = "amount.exponent", "ISO 4217:2015 minor unit";
    CurrencyUnknown = "currency.unknown", "ISO 4217:2015 list one";
    CurrencyWithdrawn = "currency.withdrawn", "ISO 4217:2015 list three";
    CurrencyNoMinorUnit = "currency.no_minor_unit", "ISO 4217:2015 minor unit N.A.";
    CountryUnknown = "country.unknown", "ISO 3166-1:2020 alpha-2, and XK";
    PaymentMethod = "payment_method.unknown", "schema/payment-request.v1.schema.json";
    CardFormat = "card.format", "ISO/IEC 7812-1:2017 (digits only)";
    CardLength = "card.length", "ISO/IEC 7812-1:2017 and the network's own lengths";
    CardIssuer = "card.issuer", "ISO/IEC 7812-1:2017 issuer identification number";
    CardLuhn = "card.luhn", "ISO/IEC 7812-1:2017 annex B";
    CardCvv = "card.cvv", "PCI DSS 4.0.1 glossary, card verification code (3 digits, American \
                           Express 4)";
    CardExpiryFormat = "card.expiry_format", "ISO 8601-1:2019 section 5.2.2.2 (YYYY-MM)";
    CardExpired = "card.expired", "ISO/IEC 7813:2006 expiration date (last day of the month)";
    CardExpiryTooFar = "card.expiry_too_far", "own bound: 20 years";
    CardToken = "card_token.format", "PCI SSC Tokenization Product Security Guidelines 1.0 \
                                      (distinguishable from a card number)";
    IbanFormat = "iban.format", "ISO 13616-1:2020 electronic format";
    IbanCountry = "iban.country", "ISO 13616-2:2020 IBAN registry";
    IbanStructure = "iban.structure", "ISO 13616-2:2020 IBAN registry (length and BBAN structure)";
    IbanChecksum = "iban.checksum", "ISO 7064:2003 MOD 97-10";
    BicFormat = "bic.format", "ISO 9362:2022";
    BicCountry = "bic.country", "ISO 9362:2022 with ISO 3166-1:2020, and XK";
    TextLength = "text.length", "ISO 20022 Max140Text; cardholder: ISO/IEC 7813:2006 (2 to 26)";
    TextControl = "text.control_character", "Unicode general category Cc, and bidirectional \
                                             controls (UAX #9)";
    TextCardNumber = "text.card_number", "PCI DSS 4.0.1 requirement 3.5.1";
}

impl Rule {
    /// This rule's breach, saying what is allowed.
    pub fn breach(self, message: impl Into<Cow<'static, str>>) -> Breach {
        Breach { rule: self, message: message.into() }
    }

    /// The outcome of a check that breaks this one rule.
    pub fn refuse<T>(self, message: impl Into<Cow<'static, str>>) -> Checked<T> {
        Err(vec![self.breach(message)])
    }

    /// `value` if `holds`, otherwise this rule's breach.
    pub fn require<T>(self, holds: bool, value: T, message: &'static str) -> Checked<T> {
        if holds { Ok(value) } else { self.refuse(message) }
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
