//! Lanes: puts spans along one channel or rail that would touch next to each other.

/// The lane of each span, and how many lanes there are: the first lane that is free, in the order
/// of the spans' beginnings.
pub fn assign(spans: &[(f64, f64)], gap: f64) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by(|a, b| spans[*a].0.total_cmp(&spans[*b].0).then(a.cmp(b)));
    let mut ends: Vec<f64> = Vec::new();
    let mut lanes = vec![0; spans.len()];
    for span in order {
        let (start, end) = spans[span];
        let free = ends.iter().position(|last| last + gap < start);
        lanes[span] = free.unwrap_or(ends.len());
        match free {
            Some(lane) => ends[lane] = end,
            None => ends.push(end),
        }
    }
    (lanes, ends.len())
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn spans_that_touch_run_beside_each_other_and_others_share_a_lane() {
        assert_eq!(assign(&[(0.0, 4.0), (4.0, 6.0), (7.0, 9.0)], 0.0), (vec![0, 1, 0], 2));
        assert_eq!(assign(&[(5.0, 9.0), (0.0, 4.0)], 2.0), (vec![1, 0], 2));
        assert_eq!(assign(&[], 0.0), (vec![], 0));
    }
}
