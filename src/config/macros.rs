//! The three shapes a setting takes: a keyword, a checked text, and a section of settings a file
//! may override.

/// `Display`, and the schema of the text, for a type with `as_str`.
macro_rules! shown_as_text {
    ($name:ident, $schema:expr) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

/// An enum whose variants are written in a configuration file as fixed words.
macro_rules! keywords {
    (
        $(#[doc = $doc:literal])+ $name:ident {
            $($(#[doc = $variant_doc:literal])+ $variant:ident = $text:literal,)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $variant_doc])+ $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word that stands for the value.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::config::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().find(|value| value.as_str() == word);
                found.copied().ok_or_else(|| $crate::config::UnknownWord::new(word, [$($text,)+]))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::config::word::Word::new(&[$($text,)+]))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        shown_as_text!($name, $crate::config::schema::words(&[$(($text, &[$($variant_doc,)+]),)+]));
    };
}

/// A text that obeys a rule.
macro_rules! checked_text {
    ($($(#[$doc:meta])+ $name:ident = $rule:expr;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            const RULE: &$crate::config::rule::Rule = &$rule;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(in crate::config) fn rule() -> &'static $crate::config::rule::Checked {
                static CHECKED: std::sync::LazyLock<$crate::config::rule::Checked> =
                    std::sync::LazyLock::new(|| $name::RULE.compile());
                &CHECKED
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Self::rule()).map(Self)
            }
        }

        shown_as_text!($name, $name::RULE.schema());
    )+};
}

/// A section of settings: the struct that holds every value, and the one that holds what a file
/// says about it.
macro_rules! settings {
    (
        $(#[$doc:meta])+ $name:ident,
        $overrides:ident { $($(#[$field_doc:meta])+ $field:ident: $type:ty,)+ }
    ) => {
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $($(#[$field_doc])+ pub $field: $type,)+ }

        $(#[$doc])+
        #[derive(Debug, Default, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default, deny_unknown_fields, expecting = "a table")]
        pub(in crate::config) struct $overrides {
            $($(#[$field_doc])+ pub(in crate::config) $field: Option<$type>,)+
        }

        impl $name {
            pub(in crate::config) fn apply(&mut self, overrides: $overrides) {
                $(if let Some(value) = overrides.$field { self.$field = value; })+
            }
        }
    };
}
