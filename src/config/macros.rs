//! The three shapes a setting takes: a keyword, a checked text, and a section of settings a file may override.

/// An enum whose variants are written in a configuration file as fixed words.
macro_rules! keywords {
    ($(#[$doc:meta])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub enum $name { $($(#[$variant_doc])+ $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word that stands for the value.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::config::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().find(|value| value.as_str() == word);
                found.copied().ok_or_else(|| $crate::config::UnknownWord::new(word, [$($text,)+]))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::config::UnknownWord;

            fn try_from(word: String) -> Result<Self, Self::Error> {
                word.parse()
            }
        }
    };
}

/// A text that obeys a rule, and the words that tell the rule to whoever broke it.
macro_rules! checked_text {
    ($($(#[$doc:meta])+ $name:ident = $check:path, $allowed:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::config::text::checked(deserializer, $check, $allowed).map(Self)
            }
        }
    )+};
}

/// A section of settings: the struct that holds every value, and the one that holds what a file says about it.
macro_rules! settings {
    ($(#[$doc:meta])+ $name:ident, $overrides:ident { $($(#[$field_doc:meta])+ $field:ident: $type:ty,)+ }) => {
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$field_doc])+ pub $field: $type,)+ }

        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(default, deny_unknown_fields, expecting = "a table")]
        pub(in crate::config) struct $overrides { $($field: Option<$type>,)+ }

        impl $name {
            pub(in crate::config) fn apply(&mut self, overrides: $overrides) {
                $(if let Some(value) = overrides.$field { self.$field = value; })+
            }
        }
    };
}
