//! What a run that was killed left behind: each temporary file and folder is locked as long as its
//! run lives, and the system gives a lock back when the program ends, however it ends.

use std::fs::{self, File};
use std::path::Path;

/// What the name of every temporary file and folder begins with.
pub const PREFIX: &str = ".paytf-";
/// The file in a temporary folder that is locked in its place: not every system can lock a folder.
const LOCK: &str = ".lock";

/// Marks a file as that of a run that lives. Where files cannot be locked, nothing is known of any,
/// and nothing is removed.
pub fn hold(file: &File) {
    let _ = file.try_lock();
}

/// Marks a folder as that of a run that lives, for as long as the answer does.
pub fn hold_folder(folder: &Path) -> Option<File> {
    let file = File::create(folder.join(LOCK)).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Removes what dead runs left in a folder. What cannot be removed stays, and does no harm.
pub fn remove(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && is_abandoned(&path.join(LOCK)) {
            let _ = fs::remove_dir_all(&path);
        } else if kind.is_file() && is_abandoned(&path) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Whether nobody holds it. A folder without its lock has just been made, or is nobody's temporary
/// folder.
fn is_abandoned(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_dead_run_left_is_removed_and_what_a_living_one_holds_stays() {
        let place = tempfile::tempdir().unwrap();
        let path = |name: &str| place.path().join(name);
        for folder in [".paytf-dead", ".paytf-alive", ".paytf-own"] {
            fs::create_dir(path(folder)).unwrap();
        }
        drop(hold_folder(&path(".paytf-dead")));
        let alive = hold_folder(&path(".paytf-alive"));
        fs::write(path(".paytf-file"), "half").unwrap();
        fs::write(path(".paytf.json"), "{}").unwrap();
        let held = File::create(path(".paytf-held")).unwrap();
        hold(&held);
        remove(place.path());
        let mut left: Vec<_> =
            fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".paytf-alive", ".paytf-held", ".paytf-own", ".paytf.json"]);
        drop((alive, held));
    }
}
