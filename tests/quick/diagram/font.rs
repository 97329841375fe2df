//! Widths of texts, compared with a font.

use paytf::diagram::advance;
use ttf_parser::Face;

#[test]
fn no_character_is_wider_in_dejavu_sans_than_it_is_taken_to_be() {
    for (font, bold) in [(dejavu::sans::regular(), false), (dejavu::sans::bold(), true)] {
        let face = Face::parse(font, 0).unwrap();
        let units = f64::from(face.units_per_em());
        // Latin, Greek and Cyrillic; what is not in them is measured in whole columns.
        let characters = (' '..='~').chain('\u{a0}'..='\u{52f}').chain(['…', '–', '—']);
        for character in characters {
            let Some(glyph) = face.glyph_index(character) else { continue };
            let real = f64::from(face.glyph_hor_advance(glyph).unwrap()) * 1_000.0 / units;
            assert!(
                f64::from(advance(character, bold)) >= real.floor(),
                "{character} is {real} wide"
            );
        }
    }
}

#[test]
fn ascii_is_taken_to_be_as_wide_as_it_is() {
    let face = Face::parse(dejavu::sans::regular(), 0).unwrap();
    for character in ' '..='~' {
        let glyph = face.glyph_index(character).unwrap();
        let real = f64::from(face.glyph_hor_advance(glyph).unwrap()) * 1_000.0
            / f64::from(face.units_per_em());
        assert!(
            (f64::from(advance(character, false)) - real).abs() <= 1.0,
            "{character} is {real} wide"
        );
    }
}
