aws lambda get-account-settings --region us-east-1 --query AccountLimit
