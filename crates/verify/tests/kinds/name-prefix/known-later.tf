# The prefix waits for something: unknown, neither wrong nor right.
#: plan: open:aws-name-length@aws_rds_cluster.c; nofail:aws-name-length; nofail:aws-name-form
#: source: open:aws-name-length@aws_rds_cluster.c; nofail:aws-name-length
#: folder: open:aws-name-length@aws_rds_cluster.c; nofail:aws-name-length

resource "terraform_data" "word" {}
resource "aws_rds_cluster" "c" {
  cluster_identifier_prefix = "payments-${terraform_data.word.id}-"
  engine                    = "aurora-postgresql"
}
