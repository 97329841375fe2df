//! The service as an OCI image, without a Docker engine: a folder that the example `push` pushes to
//! a registry.
//!
//! cargo run -p paytf-payments --example image -- IMAGE /etc/ssl/certs/ca-certificates.crt
//! PROGRAM...

mod layout;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Writes the service as an OCI image layout
#[derive(Parser)]
struct Arguments {
    /// The folder to write
    image: PathBuf,
    /// Whom the service trusts: a file of certificate authorities
    authorities: PathBuf,
    /// The service, static, once for each architecture
    #[arg(required = true)]
    programs: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let Arguments { image, authorities, programs } = Arguments::parse();
    match layout::write(&image, &authorities, &programs) {
        Ok(architectures) => {
            println!("{}: linux/{}", image.display(), architectures.join(", linux/"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("image: {error:#}");
            ExitCode::from(2)
        }
    }
}
