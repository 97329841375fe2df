# RDS without a standby, zone left to AWS.
#: plan: fail|open:zone-*@aws_db_instance.d; zone:us-east-1a=lost|unknown

resource "aws_db_instance" "d" {
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 100
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
