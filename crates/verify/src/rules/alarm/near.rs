//! Which known name was meant by a misspelt one.

/// The nearest of the candidates, if it is so near that it must have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let distance = |candidate: &&str| strsim::osa_distance(&plain, &self::plain(candidate));
    candidates.into_iter().filter(|candidate| *candidate != word).min_by_key(distance).filter(
        |nearest| {
            let tolerated = if plain.len() < SHORT { 1 } else { 2 };
            distance(nearest) <= tolerated
        },
    )
}

/// Shorter names that differ in two letters are taken for different names.
const SHORT: usize = 10;

/// The letters and digits only, in lower case: spelling mistakes are mostly in the rest.
fn plain(word: &str) -> String {
    word.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_name_is_recognised_and_another_is_not() {
        let names = ["HealthyHostCount", "UnHealthyHostCount", "RequestCount", "Errors"];
        for (word, meant) in [
            ("HealthyHostsCount", Some("HealthyHostCount")),
            ("UnhealthyHostCount", Some("UnHealthyHostCount")),
            ("Healthy_Host_Count", Some("HealthyHostCount")),
            ("Error", Some("Errors")),
            ("ErrorRate", None),
            ("RequestCountPerTarget", None),
        ] {
            assert_eq!(nearest(word, names), meant, "{word}");
        }
    }
}
