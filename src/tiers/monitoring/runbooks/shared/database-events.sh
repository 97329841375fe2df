aws rds describe-events --region us-east-1 --source-type db-cluster --source-identifier {{ cluster }} --duration 180 --query 'Events[].[Date,Message]' --output table
