//! Decodes the bytes of a configuration file, which must be UTF-8.

/// The text.
///
/// # Errors
/// Which other encoding it has, as far as that can be told, and what to do.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("is UTF-16; save it as UTF-8".to_owned());
    }
    if bytes.contains(&0) {
        return Err("is UTF-16, or not a text; save it as UTF-8".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let byte = bytes.get(at).copied().unwrap_or_default();
        format!(
            "line {line} has the byte 0x{byte:02X}, which is not UTF-8: it may be Latin-1 \
             (ISO-8859-1, Windows-1252); save it as UTF-8"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(decode("# Zürich\n".as_bytes().to_vec()).as_deref(), Ok("# Zürich\n"));
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        assert!(
            decode([vec![0xff, 0xfe], wide("a = 1")].concat())
                .is_err_and(|error| error.contains("UTF-16"))
        );
        assert!(decode(wide("a = 1")).is_err_and(|error| error.contains("UTF-16")));
        let latin = decode(b"a = 1\n# Z\xfcrich\n".to_vec());
        assert!(latin.is_err_and(
            |error| error.contains("line 2 has the byte 0xFC") && error.contains("Latin-1")
        ));
    }
}
